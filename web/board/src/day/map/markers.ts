/** Pictures of markers, drawn when the map first asks for them: number and letter of a visit, offices, arrows. */
import type { Map as LibreMap, StyleImageMetadata } from "maplibre-gl";
import { tokenColour } from "./baseStyle.js";

/** Pixels of the picture for one of the screen, so that markers are sharp everywhere. */
const SHARP = 2;
const HEIGHT = 20;
const FONT = '700 11.5px "Inter", "Segoe UI", system-ui, "Noto Sans", "Liberation Sans", sans-serif';

interface Picture {
  readonly data: ImageData;
  readonly options: Partial<StyleImageMetadata>;
}

function draw(
  width: number,
  height: number,
  paint: (context: CanvasRenderingContext2D) => void,
): Picture | null {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * SHARP);
  canvas.height = Math.ceil(height * SHARP);
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.scale(SHARP, SHARP);
  paint(context);
  return {
    data: context.getImageData(0, 0, canvas.width, canvas.height),
    options: { pixelRatio: SHARP },
  };
}

function widthOf(text: string): number {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return 8 * text.length;
  context.font = FONT;
  return context.measureText(text).width;
}

/** A pill: numbers in white on the nurse's colour, then the type's letter in the type's own colours. */
function visitPicture(colour: string, label: string, letter: string, token: string): Picture | null {
  const numbers = label === "" ? 0 : Math.max(12, widthOf(label) + 8);
  const width = numbers + 17;
  return draw(width + 4, HEIGHT + 4, (context) => {
    context.translate(2, 2);
    context.shadowColor = "rgb(23 37 43 / 35%)";
    context.shadowBlur = 2 * SHARP;
    context.shadowOffsetY = 1;
    context.fillStyle = "#ffffff";
    context.beginPath();
    context.roundRect(0, 0, width, HEIGHT, 6);
    context.fill();
    context.shadowColor = "transparent";
    context.save();
    context.beginPath();
    context.roundRect(1.25, 1.25, width - 2.5, HEIGHT - 2.5, 5);
    context.clip();
    context.fillStyle = tokenColour(`--type-${token}`);
    context.fillRect(0, 0, width, HEIGHT);
    if (numbers > 0) {
      context.fillStyle = colour;
      context.fillRect(0, 0, numbers + 1, HEIGHT);
    }
    context.restore();
    context.font = FONT;
    context.textAlign = "center";
    context.textBaseline = "middle";
    if (numbers > 0) {
      context.fillStyle = "#ffffff";
      context.fillText(label, numbers / 2 + 1, HEIGHT / 2 + 0.5);
    } else {
      // Outside the plan: a broken red edge, which no nurse's marker has.
      context.strokeStyle = tokenColour("--danger");
      context.lineWidth = 2;
      context.setLineDash([3, 2]);
      context.beginPath();
      context.roundRect(1, 1, width - 2, HEIGHT - 2, 5);
      context.stroke();
    }
    context.fillStyle = tokenColour(`--type-${token}-ink`);
    context.fillText(letter, numbers + (width - numbers) / 2, HEIGHT / 2 + 0.5);
  });
}

function officePicture(): Picture | null {
  return draw(26, 26, (context) => {
    context.translate(2, 2);
    context.fillStyle = "#17252b";
    context.strokeStyle = "#ffffff";
    context.lineWidth = 2;
    context.beginPath();
    context.roundRect(1, 1, 20, 20, 5);
    context.fill();
    context.stroke();
    context.strokeStyle = "#ffd166";
    context.lineJoin = "round";
    context.beginPath();
    for (const [x, y] of [
      [5.5, 11],
      [11, 5.5],
      [16.5, 11],
      [15, 11],
      [15, 16],
      [7, 16],
      [7, 11],
      [5.5, 11],
    ] as const)
      context.lineTo(x, y);
    context.stroke();
  });
}

function arrowPicture(): Picture | null {
  return draw(12, 12, (context) => {
    context.strokeStyle = "#ffffff";
    context.lineWidth = 2;
    context.lineCap = "round";
    context.lineJoin = "round";
    context.beginPath();
    context.moveTo(4, 3);
    context.lineTo(8, 6);
    context.lineTo(4, 9);
    context.stroke();
  });
}

function pictureOf(id: string): Picture | null {
  const [kind, colour = "", label = "", letter = "", token = ""] = id.split("|");
  if (kind === "visit") return visitPicture(colour, label, letter, token);
  if (kind === "office") return officePicture();
  return kind === "arrow" ? arrowPicture() : null;
}

/** The map asks for a picture when it first needs it. */
export function servePictures(map: LibreMap): void {
  map.setMissingStyleImageResolver((id) => {
    const picture = pictureOf(id);
    if (picture !== null && !map.hasImage(id)) map.addImage(id, picture.data, picture.options);
  });
}

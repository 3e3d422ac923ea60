/** Name, value and note of one headline figure, within a list of them. */
import type { Card } from "./cards.js";

export function CardText({ name, value, note }: Card) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {value}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </>
  );
}

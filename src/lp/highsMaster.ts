/** The growing linear program on HiGHS (WebAssembly), by its persistent model. */
import highsModule, { type Highs, type Model } from "highs";
import type { MasterAnswer, MasterColumns, MasterEngine, MasterLp } from "../../solver/lp/master.js";

// The package's types describe its CommonJS face; as an ES module its default export is the
// loader itself.
const loadHighs = highsModule as unknown as () => Promise<Highs>;

class HighsMaster implements MasterLp {
  rows: number;
  columns = 0;

  constructor(
    private readonly highs: Highs,
    private readonly model: Model,
    rows: number,
  ) {
    this.rows = rows;
  }

  addColumns(add: MasterColumns): void {
    const count = add.cost.length;
    if (count === 0) return;
    this.model.addCols({
      cost: add.cost,
      lower: add.lower,
      upper: add.upper,
      matrix: {
        format: "csc",
        numRows: this.rows,
        numCols: count,
        starts: add.start,
        indices: add.row,
        values: add.value,
      },
    });
    this.columns += count;
  }

  allowColumns(columns: Int32Array, allowed: boolean): void {
    for (const column of columns) {
      this.model.changeColBounds(column, 0, allowed ? Number.POSITIVE_INFINITY : 0);
    }
  }

  setRowBounds(row: number, lower: number, upper: number): void {
    this.model.changeRowBounds(row, lower, upper);
  }

  addRow(lower: number, upper: number, columns: Int32Array, values: Float64Array): void {
    this.model.addRow(lower, upper, { indices: columns, values });
    this.rows++;
  }

  solve(): MasterAnswer {
    this.model.run();
    const status = this.model.getModelStatus();
    const codes = this.highs.constants.modelStatus;
    if (status !== codes.optimal) {
      return {
        status: status === codes.infeasible ? "infeasible" : "stopped",
        objective: Number.NaN,
        primal: new Float64Array(0),
        duals: new Float64Array(0),
      };
    }
    const { colValue, rowDual } = this.model.getSolution();
    return {
      status: "optimal",
      objective: this.model.getObjectiveValue(),
      primal: colValue,
      duals: rowDual,
    };
  }

  dispose(): void {
    this.model.dispose();
  }
}

/** Loads the library once; the engine it returns works synchronously. */
export async function highsMasterEngine(): Promise<MasterEngine> {
  const highs = await loadHighs();
  return {
    name: "highs",
    create(rowLower, rowUpper) {
      const rows = rowLower.length;
      const model = highs.createModel({
        numRows: rows,
        numCols: 0,
        colCost: new Float64Array(0),
        colLower: new Float64Array(0),
        colUpper: new Float64Array(0),
        rowLower,
        rowUpper,
        matrix: {
          format: "csc",
          numRows: rows,
          numCols: 0,
          starts: new Int32Array(1),
          indices: new Int32Array(0),
          values: new Float64Array(0),
        },
      });
      model.options.set("output_flag", false);
      return new HighsMaster(highs, model, rows);
    },
  };
}

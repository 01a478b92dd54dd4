import { readFileSync } from "node:fs";
import type { Calibration } from "./calibration.ts";
import { readWeights, type Weights } from "./weights.ts";

export interface LocalModel {
  intent: Weights;
  rest: Weights;
  calibration: Calibration;
}

const FOLDER = new URL("../weights/", import.meta.url);

export function loadModel(): LocalModel {
  const bytes = (file: string) => readFileSync(new URL(file, FOLDER));
  return {
    intent: readWeights(bytes("intent.bin")),
    rest: readWeights(bytes("rest.bin")),
    calibration: JSON.parse(bytes("calibration.json").toString("utf8")) as Calibration,
  };
}

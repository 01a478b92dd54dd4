import { invalid, missingParameter, unknownParameter, wrongType, wrongValue } from "./errors.ts";
import { isObject } from "./strict-schema.ts";
import { tokensOf } from "./usage.ts";

const SIZES: Record<string, number> = { "text-embedding-3-large": 3_072, "nomic-embed-text": 768 };
const USUAL = 1_536;
const PARAMETERS = ["input", "model", "dimensions", "encoding_format", "user"];
const MOST_INPUTS = 2_048;

/**
 * Vectors of hashed pieces of words, so that what it finds is what shares words or their stems, in whichever language. It knows
 * nothing of meaning: what a real model finds beyond that, it does not.
 */
export function embed(body: unknown): { model: string; data: unknown[]; tokens: number } {
  if (!isObject(body))
    throw invalid("We could not parse the JSON body of your request. The OpenAI API expects a JSON payload.");
  for (const name of Object.keys(body)) if (!PARAMETERS.includes(name)) throw unknownParameter(name);
  if (typeof body.model !== "string") throw invalid("you must provide a model parameter");
  if (body.input === undefined) throw missingParameter("input");
  const inputs = Array.isArray(body.input) ? body.input : [body.input];
  if (inputs.length === 0 || inputs.length > MOST_INPUTS || !inputs.every((each) => typeof each === "string")) {
    throw wrongType("input", `a string or an array of up to ${MOST_INPUTS} strings`, body.input);
  }
  if (inputs.includes(""))
    throw invalid("'$.input' is invalid. Please check the API reference: input cannot be an empty string.", "input");
  const format = body.encoding_format ?? "float";
  if (format !== "float" && format !== "base64") throw wrongValue("encoding_format", format, ["float", "base64"]);
  const native = SIZES[body.model] ?? USUAL;
  if (body.dimensions !== undefined && !body.model.startsWith("text-embedding-3")) {
    throw invalid("This model does not support specifying dimensions.", "dimensions");
  }
  const size = body.dimensions ?? native;
  if (typeof size !== "number" || !Number.isInteger(size) || size < 1 || size > native) {
    throw invalid(
      `Invalid value for 'dimensions' = ${String(size)}. Must be less than or equal to ${native}.`,
      "dimensions",
    );
  }
  const data = inputs.map((text, index) => {
    const vector = vectorOf(text, size);
    const embedding = format === "base64" ? Buffer.from(vector.buffer).toString("base64") : [...vector];
    return { object: "embedding", index, embedding };
  });
  return { model: body.model, data, tokens: inputs.reduce((sum, text) => sum + tokensOf(text), 0) };
}

function vectorOf(text: string, size: number): Float32Array {
  const vector = new Float32Array(size);
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text])
    for (const piece of piecesOf(word)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  for (const [piece, count] of counts) {
    const hash = fnv1a(piece);
    const slot = hash % size;
    // A word that stands there five times does not say five times as much.
    vector[slot] = (vector[slot] ?? 0) + (hash & 0x8000 ? 1 : -1) * (1 + Math.log(count));
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((each) => each / length);
}

const SHORTEST = 3;
const LONGEST = 5;

/** Runs of three to five letters with the word's ends marked; one of two letters is a piece by itself. */
function piecesOf(word: string): string[] {
  const letters = [...`<${word}>`];
  const pieces: string[] = [];
  for (let size = SHORTEST; size <= LONGEST; size++)
    for (let from = 0; from + size <= letters.length; from++) pieces.push(letters.slice(from, from + size).join(""));
  return pieces.length > 0 ? pieces : [letters.join("")];
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

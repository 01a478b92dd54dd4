import { invalid, type ModelError } from "./errors.ts";

export type Schema = Record<string, unknown>;

/**
 * The keywords that OpenAI, Azure, Ollama, vLLM and Anthropic's compatible endpoint all take. Some of OpenAI's models
 * also accept bounds and patterns; a schema that leans on those works with one provider and fails on the fallback.
 */
const KEYWORDS = new Set(
  "type properties required additionalProperties items enum const anyOf title description $ref $defs definitions".split(
    " ",
  ),
);
const TYPES = new Set(["string", "number", "integer", "boolean", "object", "array", "null"]);
const DEEPEST = 10;
const MOST_PROPERTIES = 5_000;
const MOST_ENUM_VALUES = 1_000;

interface Count {
  properties: number;
  enumValues: number;
}

export const isObject = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Throws what the API answers to a schema that strict mode does not take. */
export function checkStrictSchema(name: string, schema: unknown): void {
  const refuse = (text: string): ModelError =>
    invalid(`Invalid schema for response_format '${name}': ${text}`, "response_format");
  if (!isObject(schema) || schema.type !== "object") {
    const got = isObject(schema) ? JSON.stringify(schema.type ?? "None") : typeof schema;
    throw refuse(`schema must be a JSON Schema of 'type: "object"', got 'type: ${got}'.`);
  }
  const count = { properties: 0, enumValues: 0 };
  visit(schema, [], 1, count, refuse);
  if (count.properties > MOST_PROPERTIES)
    throw refuse(`${count.properties} properties exceeds limit of ${MOST_PROPERTIES}.`);
  if (count.enumValues > MOST_ENUM_VALUES)
    throw refuse(`${count.enumValues} enum values exceeds limit of ${MOST_ENUM_VALUES}.`);
}

function visit(
  schema: unknown,
  path: string[],
  depth: number,
  count: Count,
  refuse: (text: string) => ModelError,
): void {
  const context = `In context=(${path.map((step) => `'${step}'`).join(", ")}${path.length === 1 ? "," : ""})`;
  if (!isObject(schema)) throw refuse(`${context}, schema must be an object.`);
  if (depth > DEEPEST) throw refuse(`${depth} levels of nesting exceeds limit of ${DEEPEST}.`);
  for (const keyword of Object.keys(schema)) {
    const known = KEYWORDS.has(keyword) || (keyword === "$schema" && path.length === 0);
    if (!known) throw refuse(`${context}, '${keyword}' is not permitted.`);
  }
  const types = Array.isArray(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type];
  for (const type of types)
    if (!TYPES.has(String(type))) throw refuse(`${context}, '${String(type)}' is not a valid type.`);
  const typed = types.length > 0 || ["$ref", "anyOf", "enum", "const"].some((keyword) => keyword in schema);
  if (!typed) throw refuse(`${context}, schema must have a 'type' key.`);
  if (path.length === 0 && "anyOf" in schema) throw refuse(`${context}, 'anyOf' is not permitted.`);
  if (Array.isArray(schema.enum)) count.enumValues += schema.enum.length;
  const deeper = (child: unknown, ...steps: string[]) => visit(child, [...path, ...steps], depth + 1, count, refuse);
  const alongside = (child: unknown, ...steps: string[]) => visit(child, [...path, ...steps], depth, count, refuse);

  if (types.includes("object")) {
    if (schema.additionalProperties !== false) {
      throw refuse(`${context}, 'additionalProperties' is required to be supplied and to be false.`);
    }
    const properties = isObject(schema.properties) ? schema.properties : {};
    const required = Array.isArray(schema.required) ? schema.required : [];
    const names = Object.keys(properties);
    count.properties += names.length;
    const missing = names.find((name) => !required.includes(name));
    if (missing !== undefined) {
      throw refuse(
        `${context}, 'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`,
      );
    }
    const extra = required.find((name) => !names.includes(String(name)));
    if (extra !== undefined)
      throw refuse(`${context}, 'required' is not allowed to name a key that properties lack: '${String(extra)}'.`);
    for (const name of names) deeper(properties[name], "properties", name);
  }
  if (types.includes("array")) {
    if (!("items" in schema)) throw refuse(`${context}, array schema missing items.`);
    deeper(schema.items, "items");
  }
  if (Array.isArray(schema.anyOf)) for (const [i, each] of schema.anyOf.entries()) alongside(each, "anyOf", String(i));
  for (const keyword of ["$defs", "definitions"]) {
    const definitions = schema[keyword];
    if (isObject(definitions)) for (const [name, each] of Object.entries(definitions)) alongside(each, keyword, name);
  }
}

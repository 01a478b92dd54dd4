import { isObject, type Schema } from "./strict-schema.ts";

/** The smallest value a schema allows: first of an enum, null where it may be, nothing in lists, zero, "". */
export function minimalAnswer(schema: unknown, root: unknown = schema, depth = 0): unknown {
  if (!isObject(schema) || depth > 40) return null;
  if ("const" in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (typeof schema.$ref === "string") return minimalAnswer(resolve(schema.$ref, root), root, depth + 1);
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (types.includes("null")) return null;
  if (Array.isArray(schema.anyOf)) {
    const nullable = schema.anyOf.some((each) => isObject(each) && each.type === "null");
    return nullable ? null : minimalAnswer(schema.anyOf[0], root, depth + 1);
  }
  switch (types[0]) {
    case "object": {
      const properties = isObject(schema.properties) ? schema.properties : {};
      return Object.fromEntries(
        Object.entries(properties).map(([name, each]) => [name, minimalAnswer(each, root, depth + 1)]),
      );
    }
    case "array":
      return [];
    case "number":
    case "integer":
      return 0;
    case "boolean":
      return false;
    default:
      return "";
  }
}

function resolve(ref: string, root: unknown): unknown {
  if (!ref.startsWith("#")) return undefined;
  let at: unknown = root;
  for (const step of ref.slice(1).split("/").filter(Boolean)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    at = isObject(at) ? (at as Schema)[name] : undefined;
  }
  return at;
}

/** The same answer, no longer fitting: what a server without a strict mode hands out on a bad day. */
export function brokenAnswer(value: unknown): unknown {
  if (!isObject(value)) return { unexpected: value };
  const [first, ...rest] = Object.entries(value);
  return Object.fromEntries([...rest, ["unexpected", first?.[1] ?? true]]);
}

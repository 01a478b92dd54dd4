import type { Guard } from "./guard-context.ts";

export const empty: Guard = {
  name: "empty",
  person: "bars",
  look: ({ body }) => (body.trim() === "" ? "It says nothing yet." : undefined),
};

import { z } from "zod";
import { Entities, NO_ENTITIES, Priority, RequiredAction, RiskFlag, Sentiment } from "../../src/domain/decision.ts";
import { MACHINE_KINDS } from "../../src/domain/email.ts";
import { describeIssues } from "../../src/domain/settings/parse.ts";
import { Complaint } from "../complaint.ts";

/** One line of `labels.jsonl`; `eval/gold/GUIDE.md` says what each key means. */
const LabelLine = z.object({
  id: z.string().regex(/^[\w.-]+$/, "write the name of the file in eml/ without .eml"),
  business: z.string(),
  mailbox: z.string(),
  intent: z.string(),
  also_ok: z.array(z.string()).default([]),
  priority: Priority,
  required_action: RequiredAction,
  sentiment: Sentiment,
  language: z.string().regex(/^[a-z]{2}$/, "write two small letters such as en"),
  machine: z.enum(MACHINE_KINDS),
  risk_flags: z.array(RiskFlag).default([]),
  auto_send_ok: z.boolean().default(false),
  visible_text: z.string(),
  /** What is left out is not in the mail. */
  entities: Entities.partial()
    .default({})
    .transform((given) => ({ ...NO_ENTITIES, ...given }) as Entities),
});
export type LabelLine = z.infer<typeof LabelLine>;

/** Every line of the file that says something, with its number; the first mistake is told by file, line and key. */
export function parseLabels(text: string, file: string): { line: number; label: LabelLine; source: string }[] {
  const numberOf = new Map<string, number>();
  return text.split("\n").flatMap((source, index) => {
    if (source.trim() === "") return [];
    const line = index + 1;
    const label = parseLine(source, `${file}, line ${line}`);
    const earlier = numberOf.get(label.id);
    if (earlier) throw new Complaint(`${file}, line ${line}: \`id\` "${label.id}" stands on line ${earlier} already`);
    numberOf.set(label.id, line);
    return [{ line, label, source: source.trim() }];
  });
}

/** Other tools write null for what a label leaves out. */
function withoutNulls(label: object): Record<string, unknown> {
  const said = (given: object) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  const { entities, ...rest } = said(label);
  const isObject = typeof entities === "object" && entities !== null && !Array.isArray(entities);
  return { ...rest, ...(entities !== undefined && { entities: isObject ? said(entities) : entities }) };
}

function parseLine(source: string, where: string): LabelLine {
  let document: unknown;
  try {
    document = JSON.parse(source);
  } catch (error) {
    throw new Complaint(`${where} is not JSON: ${(error as Error).message}. Write one object a line.`);
  }
  if (typeof document !== "object" || document === null || Array.isArray(document))
    throw new Complaint(`${where} is no JSON object: write {"id": …, "intent": …} and the other keys`);
  const parsed = LabelLine.safeParse(withoutNulls(document));
  if (!parsed.success) throw new Complaint(`${where}: ${describeIssues(parsed.error, document)}`);
  return parsed.data;
}

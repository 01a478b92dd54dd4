import type { Figure } from "../figures/measure.ts";
import type { RunInfo } from "../run-file.ts";

/** What a figure is called where people read it, and how its number is written. */
const NAMES: Record<string, string> = {
  "intent.accuracy": "Intent, exactly the label's",
  "intent.accepted": "Intent, also one that the label accepts",
  "intent.macroF1": "Intent macro F1",
  "coverage.share": "Mail decided at the target precision",
  "calibration.ece": "Calibration error (ECE)",
  "autoSend.share": "Would be sent automatically",
  "autoSend.unsafe": "Unsafe, of what would be sent",
  "autoSend.unsafeOfAll": "Unsafe, of all mail",
  "autoSend.againstLabel": "Sent where the label wants a person",
  "priority.accuracy": "Priority",
  "action.accuracy": "Required action",
  "sentiment.accuracy": "Sentiment",
  "language.accuracy": "Language",
  "machine.accuracy": "Machine or person",
  "text.exact": "Newest text exact",
  "text.tokenF1": "Newest text token F1",
  "latency.readMedianMs": "Reading the mail, median",
  "latency.readP95Ms": "Reading the mail, 95 %",
  "latency.localMedianMs": "Local engine, median",
  "latency.localP95Ms": "Local engine, 95 %",
  "latency.triageMedianMs": "Whole triage, median",
  "latency.triageP95Ms": "Whole triage, 95 %",
  "cost.usdPerMail": "Cost a mail",
  "cost.inputTokensPerMail": "Input tokens a mail",
  "cost.cachedTokensPerMail": "of them cached",
  "cost.outputTokensPerMail": "Output tokens a mail",
};

/** The figures that stand in a report by themselves; those by intent, field and language have tables. */
export const MAIN_FIGURES = Object.keys(NAMES);

export const nameOf = (figure: string): string => NAMES[figure] ?? figure;

export function written(name: string, value: number | null): string {
  if (value === null || Number.isNaN(value)) return "–";
  if (name.endsWith("Ms")) return value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`;
  if (name === "cost.usdPerMail") return `$${value.toFixed(5)}`;
  if (name.startsWith("cost.")) return String(Math.round(value));
  if (/[fF]1$|\.ece$/.test(name)) return value.toFixed(3);
  return `${(100 * value).toFixed(1)} %`;
}

export const rangeOf = (name: string, { low, high }: Pick<Figure, "low" | "high">): string =>
  low === null || high === null ? "" : `${written(name, low)} to ${written(name, high)}`;

/** What a reader must know before the figures, in plain sentences. */
export function caveats(info: RunInfo): string[] {
  const lines: string[] = [];
  if (info.trainedOn > 0 && info.engine === "local")
    lines.push(
      `Trained on this set: the local engine has seen ${info.trainedOn} of these ${info.mails} mails, so a bar that is met proves nothing here. For unseen businesses run \`npm run train -- --cross-validate\`.`,
    );
  else if (info.trainedOn > 0 && info.engine !== "rules")
    lines.push(
      `The second opinion was trained on ${info.trainedOn} of these ${info.mails} mails: confidence and fields look a little better than on new mail.`,
    );
  if (info.limit !== null) lines.push(`A quick run on ${info.mails} mails: bars are not judged.`);
  if (info.replayed) lines.push("Answers of models come from a recording; times are those of the recorded run.");
  if (info.unanswered > 0)
    lines.push(
      `${info.unanswered} questions have no answer in the recording, because the prompt or the mail has changed since: the local engine read those mails. Record again for true figures.`,
    );
  else if (info.notByModel > 0)
    lines.push(`No model answered for ${info.notByModel} mails, which the local engine read: see the calls below.`);
  return lines;
}

export const titleOf = ({ engine, models }: RunInfo): string =>
  models.length > 0 ? `${engine} (${models.join(", ")})` : engine;

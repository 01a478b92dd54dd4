import { senderFacts } from "../src/domain/sender.ts";
import { ourAddresses } from "../src/domain/settings/settings.ts";
import { createLocalEngine } from "../src/pipeline/local/engine.ts";
import { Masker } from "../src/pipeline/masker.ts";
import { normalise } from "../src/pipeline/normalise.ts";
import { applyRules } from "../src/pipeline/rules/rules.ts";
import { type Business, labelledMail, settingsFor } from "./gold.ts";
import { bestOf, type Findings, type Measurement, median, spread } from "./measurement.ts";

const BARS = { p50: { atMost: 2 }, p95: { atMost: 10 } } as const;
const NOBODY = { knownThread: false, openTickets: 0, pastTickets: 0 };
const STEPS = ["normalise", "redact", "rules", "local engine"] as const;

/** Everything that a mail goes through before a model is asked: decode and clean, mask, rules, the local engine. */
export const localPass: Measurement = {
  name: "local-pass",
  title: "the whole local pass per mail",
  async run({ quick }): Promise<Findings> {
    const engine = createLocalEngine();
    const rounds = quick ? 1 : 7;
    const businesses: Business[] = ["larkspur", "tidewater"];
    const desks = businesses.map((business) => ({ mails: labelledMail(business), settings: settingsFor(business) }));
    const whole: number[][] = [];
    const steps = STEPS.map((): number[] => []);
    let cpu = process.cpuUsage();
    for (let round = -1; round < rounds; round++) {
      if (round === 0) cpu = process.cpuUsage();
      const took: number[] = [];
      if (round >= 0) whole.push(took);
      for (const { mails, settings } of desks) {
        const context = { ourAddresses: ourAddresses(settings), groupListIds: new Set<string>() };
        for (const { raw, mailbox } of mails) {
          const at = [performance.now()];
          const email = await normalise(raw, context);
          at.push(performance.now());
          new Masker(settings, email.language, undefined).email(email, []);
          at.push(performance.now());
          const sender = senderFacts(email, settings, NOBODY);
          applyRules(email, sender, settings);
          at.push(performance.now());
          engine.read({ email, mailbox, settings, sender });
          at.push(performance.now());
          if (round < 0) continue;
          took.push(at[4]! - at[0]!);
          for (const [index, step] of steps.entries()) step.push(at[index + 1]! - at[index]!);
        }
      }
    }
    const { user, system } = process.cpuUsage(cpu);
    return {
      data: `${desks.reduce((sum, { mails }) => sum + mails.length, 0)} labelled mails of two businesses x ${rounds} rounds after one to warm up`,
      figures: [
        ...spread("the whole local pass", whole.flat(), "ms", BARS),
        ...spread("each mail's best round", bestOf(whole), "ms"),
        { what: "CPU a mail, mean", value: (user + system) / 1_000 / whole.flat().length, unit: "ms" },
        ...STEPS.map((step, index) => ({
          what: `of it ${step}, median`,
          value: median(steps[index]!),
          unit: "ms" as const,
        })),
      ],
    };
  },
};

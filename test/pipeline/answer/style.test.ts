import { describe, expect, test } from "vitest";
import { parseSettings } from "../../../src/domain/settings/parse.ts";
import { templateTrouble } from "../../../src/domain/template.ts";
import { acknowledgementFor } from "../../../src/pipeline/answer/acknowledgements.ts";
import { commitmentIn } from "../../../src/pipeline/answer/commitments.ts";
import { fillSlots } from "../../../src/pipeline/answer/draft.ts";
import { draftInstructions } from "../../../src/pipeline/answer/draft-prompt.ts";
import { slots } from "../../../src/pipeline/answer/guards/slots.ts";
import { style } from "../../../src/pipeline/answer/guards/style.ts";
import { detectLanguage } from "../../../src/pipeline/language/language.ts";
import { settingsWith } from "../../fakes/desk.ts";

describe("conditions in templates", () => {
  test.each([
    ["{% if plan %}You are on {{plan}}.{% endif %}", { plan: "Team" }, "You are on Team."],
    ["{% if plan %}You are on {{plan}}.{% endif %}", {}, ""],
    ["{% if order_id %}Order {{order_id}}{% else %}Your order{% endif %} is here.", {}, "Your order is here."],
    [
      "{% if order_id %}Order {{order_id}}{% else %}Your order{% endif %} is here.",
      { order_id: "7" },
      "Order 7 is here.",
    ],
    ["Order {{ order_id }}.", {}, "Order ‹order id›."],
    ["{% if constructor %}secret{% endif %}{{ constructor }}", {}, "‹constructor›"],
    ["{{ a.b }}", {}, "{{ a.b }}"],
  ])("%s", (template, values, expected) => {
    expect(fillSlots(template, values)).toBe(expected);
  });

  test("a value that looks like a template is not one", () => {
    expect(fillSlots("{{plan}}", { plan: "{{order_id}}{% if plan %}" })).toBe("{{order_id}}{% if plan %}");
    const look = (body: string) => slots.look({ body, subject: "" } as never, {} as never);
    expect(look("{% if plan %}")).toContain("still to be filled in");
    expect(look("‹order id›")).toContain("still to be filled in");
  });

  test.each([
    ["{% if plan %}", "not closed"],
    ["{% endif %}", "closes no condition"],
    ["{% if plan %}{% if plan %}{% endif %}{% endif %}", "inside another"],
    ["{% else %}", "outside"],
    ["{% for x in y %}", "not known"],
    ["{% if plan.name %}x{% endif %}", "name of a slot"],
    ["{% if plan %}x{% else %}y{% endif %}", undefined],
  ])("%s is told of when settings are saved", (template, trouble) => {
    if (trouble === undefined) expect(templateTrouble(template)).toBeUndefined();
    else {
      expect(templateTrouble(template)).toContain(trouble);
      const document = { ...settingsWith(), answering: { templates: { support: { en: template } } } };
      expect(() => parseSettings(document)).toThrow(trouble);
    }
  });
});

describe("acknowledgements", () => {
  const languages = [
    "en",
    "de",
    "fr",
    "es",
    "it",
    "nl",
    "pt",
    "pl",
    "sv",
    "da",
    "no",
    "fi",
    "cs",
    "ja",
    "zh",
    "uk",
    "ru",
    "tr",
    "ko",
  ];
  test.each(languages)("in %s: of that language, with a footer of its own, and no promise", (language) => {
    const text = acknowledgementFor(language, settingsWith());
    const found = detectLanguage(text);
    expect(found === language || (["no", "da"].includes(found) && ["no", "da"].includes(language))).toBe(true);
    expect(text.split("\n\n")).toHaveLength(3);
    expect(text.split("\n\n")[1]).toBe("Larkspur");
    expect(commitmentIn(text)).toBeUndefined();
    if (language !== "en") expect(text).not.toContain("Human review");
  });

  test("one's own words, for all or by language; elsewhere the built-in ones, and English where there are none", () => {
    const one = (acknowledgement: string | Record<string, string>) => settingsWith({ sending: { acknowledgement } });
    expect(acknowledgementFor("en", one("We have it."))).toBe("We have it.\n\nLarkspur\n\nHuman review in progress");
    expect(acknowledgementFor("de", one({ de: "Ist da." }))).toMatch(/^Ist da\.\n\nLarkspur\n\nPrüfung/);
    expect(acknowledgementFor("fr", one({ de: "Ist da." }))).toMatch(/^Merci/);
    expect(acknowledgementFor("th", settingsWith())).toMatch(/^Thank you[\s\S]*Human review in progress$/);
    expect(() => one({ German: "x" })).toThrow(/language code|acknowledgement/);
  });
});

describe("style", () => {
  const styled = (more: object) => settingsWith({ answering: { style: more } });
  const look = (body: string, language: string, more: object) =>
    style.look({ body, language } as never, { settings: styled(more) } as never);
  test.each([
    ["We leverage our synergy.", "en", { avoid: ["synergy"] }, "synergy"],
    ["Wir senden dir das Etikett.", "de", { address: "formal" }, "dir"],
    ["Wir senden Ihnen das Etikett.", "de", { address: "informal" }, "Ihnen"],
    ["Wir senden Ihnen das Etikett.", "de", { address: "formal" }, undefined],
    ["Sie sind da: die Etiketten.", "de", { address: "informal" }, undefined],
    ["Nous te répondrons, tes bottes aussi.", "fr", { address: "formal" }, "tes"],
    ["Anything at all.", "en", { address: "formal" }, undefined],
  ])("%s (%s)", (body, language, more, said) => {
    const found = look(body, language, more);
    if (said === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(`"${said}"`);
  });

  test("a model is told all of it", () => {
    const told = draftInstructions(styled({ tone: "Warm and brief.", address: "formal", avoid: ["synergy"] }), "de");
    for (const words of ["Warm and brief.", "formal address", "synergy"]) expect(told).toContain(words);
  });
});

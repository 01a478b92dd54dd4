import { describe, expect, test } from "vitest";
import { articleFromAnswer } from "../../../src/pipeline/answer/article-from-answer.ts";
import { saysNothingNew } from "../../../src/pipeline/answer/phrase-article.ts";
import { settingsWith } from "../../fakes/desk.ts";

const settings = settingsWith({ answering: { signature: "Larkspur Support" } });
const QUESTION = {
  from: { name: "Orla Keane", address: "orla@quayside.example" },
  subject: "Re: Bringing a dog to LK-20417",
  visibleText: "Hello, may Orla Keane of Quayside bring her dog to the training rooms? My order is LK-20417.",
  language: "en",
};
const made = (answer: string, mail: Partial<typeof QUESTION> = {}, records: string[] = []) =>
  articleFromAnswer({
    mail: { ...QUESTION, ...mail },
    answer,
    records,
    entities: { person_name: "Orla Keane", company_name: "Quayside", order_id: "LK-20417", invoice_id: null },
    placeholders: undefined,
    settings,
  });

describe("an article from a person's answer", () => {
  test.each([
    [
      "Li Wei",
      "en",
      "Mr Li has the old plan since his divorce in spring.",
      "Dogs are welcome on the ground floor all year.",
    ],
    [
      "Jonas Müller",
      "de",
      "Frau Müllers Vertrag liegt seit Montag beim Anwalt.",
      "Hunde sind im Erdgeschoss das ganze Jahr willkommen.",
    ],
    ["王小明", "zh", "王小明的账户在春天已经换成旧的方案。", "所有一楼的培训室全年都欢迎带狗前来参加。"],
    [
      "Jan Kowalski",
      "pl",
      "Umowa Kowalskiego leży u prawnika od maja.",
      "Psy są mile widziane na parterze przez cały rok.",
    ],
  ])("leaves out what names %s, also inflected, short or without spaces", (name, language, theirs, all) => {
    const mail = { from: { name, address: "a@quayside.example" }, subject: "Dogs", visibleText: all, language };
    const article = made(`${theirs}\n${all}`, mail)!;
    expect(article.text).toBe(all);
  });
  test("leaves out what was looked up for the customer, whatever was written around it", () => {
    const record = "The parcel is at the depot in Hamburg.";
    const article = made(
      "I looked: the parcel is in Hamburg at this moment. Dogs are welcome in all training rooms on the ground floor.",
      {},
      [record],
    )!;
    expect(article.text).toBe("Dogs are welcome in all training rooms on the ground floor.");
  });
  test("says what is for everybody, and nothing of the one customer", () => {
    const article = made(
      [
        "Hi Orla,",
        "",
        "thanks for asking! Dogs are welcome in all training rooms on the ground floor.",
        "Orla, please keep it on a lead in the corridors.",
        "Your order LK-20417 is noted for Quayside.",
        "We have refunded your deposit.",
        "You can reach me at mia@larkspur.example or +1 503 555 0142.",
        "Shall I book a room for you?",
        "",
        "Kind regards,",
        "Mia Bell",
        "Customer Happiness",
        "Larkspur Support",
      ].join("\n"),
    )!;
    expect(article.text).toContain("Dogs are welcome in all training rooms on the ground floor.");
    expect(article.text).toContain("Please keep it on a lead in the corridors.");
    for (const theirs of [
      "Orla",
      "Quayside",
      "LK-20417",
      "refunded",
      "mia@",
      "555",
      "Shall",
      "Mia",
      "Happiness",
      "regards",
    ])
      expect(article.text).not.toContain(theirs);
    expect(article.title).toBe("Bringing a dog to");
    for (const theirs of ["Orla", "Keane", "Quayside"]) expect(article.question).not.toContain(theirs);
  });

  test.each([
    ["Hi Orla,\n\nyour order LK-20417 left today.\n\nBest,\nMia"],
    ["Thank you for your message, I will look into it and come back to you.\n\nKind regards"],
    ["Done!"],
    [""],
  ])("is none where nothing is left for others: %j", (answer) => expect(made(answer)).toBeUndefined());

  test("in German and French the same", () => {
    const german = made(
      "Guten Tag Frau Keane,\n\nHunde sind in allen Schulungsräumen im Erdgeschoss willkommen.\n\nMit freundlichen Grüßen\nMia Bell",
      {
        language: "de",
      },
    )!;
    expect(german.text).toBe("Hunde sind in allen Schulungsräumen im Erdgeschoss willkommen.");
    const french = made(
      "Bonjour,\n\nLes chiens sont acceptés dans toutes les salles du rez-de-chaussée.\n\nCordialement,\nMia",
      {
        language: "fr",
      },
    )!;
    expect(french.text).toBe("Les chiens sont acceptés dans toutes les salles du rez-de-chaussée.");
  });

  test("a subject that says nothing gives way to the question", () =>
    expect(made("Dogs are welcome in all of our training rooms.", { subject: "Question" })!.title).toMatch(
      /^.*bring her dog/,
    ));
});

describe("a model's wording", () => {
  const source = {
    title: "Dogs",
    question: "May I bring a dog?",
    text: "Dogs are welcome in all training rooms on the ground floor. The fee is 12 dollars.",
    language: "en",
  };
  test.each([
    ["Dogs are welcome in the training rooms on the ground floor. The fee is 12 dollars.", true],
    ["Dogs are welcome in all training rooms. Cats are allowed too, and water bowls are provided.", false],
    ["Dogs are welcome in all training rooms. The fee is 15 dollars.", false],
    ["Dogs are welcome in 3 training rooms.", false],
    ["", false],
  ])("%j: %s", (text, may) => expect(saysNothingNew({ title: "Dogs in training rooms", text }, source)).toBe(may));
});

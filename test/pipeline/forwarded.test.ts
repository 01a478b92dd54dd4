import { expect, test } from "vitest";
import { fold, readFixture } from "./read-fixture.ts";

/** Forwards: the forwarder's words are the newest text, and who really wrote stands in `forwarded`. */
const forwards: { file: string; visible: string; from: string; text?: string }[] = [
  {
    file: "forward-gmail-de-with-words",
    visible: "Hallo, diese Mahnung haben wir schon bezahlt, bitte prüfen. Beleg anbei.",
    from: "billing@larkspur.example",
  },
  {
    file: "forward-apple-without-words",
    visible: "The new tap leaks at the base. Can they send a fitter on Thursday?",
    from: "tom.ives@ivesflats.example",
  },
  {
    file: "forward-outlook-chain-fr",
    visible: "Pour info et suite à donner, merci.",
    from: "client@final.example",
    text: "Le serveur ne répond plus depuis ce matin.",
  },
  {
    file: "forward-outlook-html-es",
    visible: "Buenos días, adelante con este presupuesto.",
    from: "pedro@ruiz.example",
  },
  {
    file: "forward-as-attachment",
    visible: "Please see the attached mail from our customer.",
    from: "victor@hale.example",
    text: "The box arrived open and two books are missing.",
  },
  { file: "forward-mailru", visible: "Посмотрите, пожалуйста, это ваш счет?", from: "buh@firma.example" },
  { file: "forward-lotus", visible: "Bitte übernehmen.", from: "max.lehmann@voss.example" },
];

test.each(forwards)("$file", async ({ file, visible, from, text }) => {
  const email = await readFixture(file);
  expect(fold(email.visibleText)).toBe(visible);
  expect(email.forwarded?.from?.address).toBe(from);
  if (text) expect(fold(email.forwarded?.text ?? "")).toBe(text);
});

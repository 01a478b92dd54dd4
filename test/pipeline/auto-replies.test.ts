import { expect, test } from "vitest";
import { normalise } from "../../src/pipeline/normalise.ts";

/** Servers that set no header still name the answer in their own language. */
const kindOf = async (subject: string, body: string) => {
  const raw = `From: Mila Kron <mila@x.example>\r\nTo: help@ours.example\r\nMIME-Version: 1.0\r\nIn-Reply-To: <a@ours.example>\r\nSubject: =?utf-8?B?${Buffer.from(subject).toString("base64")}?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`;
  const context = { ourAddresses: new Set(["help@ours.example"]), groupListIds: new Set<string>() };
  return (await normalise(new TextEncoder().encode(raw), context)).machine.kind;
};

const notices: [subject: string, body: string][] = [
  ["Автоматичен отговор: цена", "В отпуск съм."],
  ["Automatski odgovor: cijena", "Na godišnjem sam odmoru."],
  ["Samodejni odgovor: cena", "Sem na dopustu."],
  ["Automatinis atsakymas: kaina", "Šiuo metu atostogauju."],
  ["Automātiskā atbilde: cena", "Esmu atvaļinājumā."],
  ["Automaatvastus: hind", "Olen puhkusel."],
  ["Resposta automàtica: preu", "Soc de vacances."],
  ["Sjálfvirkt svar: verð", "Ég er í fríi."],
  ["Freagra uathoibríoch: praghas", "Tá mé as láthair."],
];
test.each(notices)("%s", async (subject, body) => {
  expect(await kindOf(subject, body)).toBe("auto_reply");
});

test.each(["Отписаться от рассылки", "Wypisz się z newslettera", "إلغاء الاشتراك"])(
  "a person who writes nothing but %j is no newsletter",
  async (body) => {
    expect(await kindOf("Re: novosti", body)).toBe("none");
  },
);

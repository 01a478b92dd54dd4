import type { ComponentChildren } from "preact";
import { createStore, useStore } from "../state/store.ts";
import { Dialog } from "./dialog.ts";
import { html } from "./html.ts";

interface Question {
  title: string;
  body: ComponentChildren;
  yes: string;
  no: string;
  danger: boolean;
  answer: (yes: boolean) => void;
}

const question = createStore<Question | undefined>(undefined);

/** Asks, and resolves with what was pressed. */
export const ask = (wanted: Omit<Question, "answer">): Promise<boolean> =>
  new Promise((resolve) => {
    question.get()?.answer(false);
    question.set({
      ...wanted,
      answer(yes) {
        question.set(undefined);
        resolve(yes);
      },
    });
  });

export function QuestionDialog() {
  const open = useStore(question);
  if (!open) return null;
  const { title, body, yes, no, danger, answer } = open;
  return html`<${Dialog} label=${title} onClose=${() => answer(false)} class="question">
    <h2>${title}</h2>
    <div class="question-body">${body}</div>
    <div class="dialog-buttons">
      <button type="button" class="button" onClick=${() => answer(false)}>${no}</button>
      <button type="button" class="button ${danger ? "danger filled" : "primary"}" autofocus onClick=${() => answer(true)}>
        ${yes}
      </button>
    </div>
  <//>`;
}

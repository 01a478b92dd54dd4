import { useEffect, useRef, useState } from "preact/hooks";
import { Blocks } from "../blocks/blocks.ts";
import { drafts, draftValues, forgetDrafts, useModalSurface } from "../desk/surfaces.ts";
import { SurfaceContext } from "../elements/surface.ts";
import { act, slack } from "../state/slack.ts";
import type { View } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";
import { wordsOf } from "../text/mrkdwn.ts";
import { Dialog } from "../ui/dialog.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";

/** The top of the person's stack of modals; the others wait below. */
export function Modals() {
  const stack = useStore(slack, (state) => state?.modals);
  const top = stack?.at(-1);
  // One dialog for the whole stack: a pushed view changes its content, as in Slack, and nothing flickers.
  return top ? html`<${Modal} key=${stack?.[0]?.id} view=${top} depth=${stack?.length ?? 1} />` : null;
}

function Modal({ view, depth }: { view: View; depth: number }) {
  const typed = useStore(drafts, (all) => all[view.id]);
  const surface = useModalSurface(view, typed);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | undefined>();
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setTrouble(undefined);
    scroll.current?.scrollTo(0, 0);
  }, [view.id]);
  useEffect(() => {
    if (Object.keys(view.errors).length > 0)
      scroll.current?.querySelector(".wrong")?.scrollIntoView({ block: "center" });
  }, [view.errors]);

  const close = async (all: boolean): Promise<void> => {
    await act("closeModal", all ? { all } : {});
    forgetDrafts(view.id);
  };
  const submit = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    const outcome = await act("submit", { values: draftValues(view) });
    setBusy(false);
    if (outcome.failure) setTrouble(outcome.failure.text);
    else if (outcome.ok) forgetDrafts(view.id);
  };
  const title = wordsOf(view.title);
  const submitWords = view.submit && wordsOf(view.submit);
  return html`<${Dialog} label=${title} onClose=${() => close(false)} class="modal">
    <form
      class="modal-form"
      onSubmit=${(event: Event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div class="dialog-head">
        ${
          depth > 1 &&
          html`<button type="button" class="icon-button" aria-label="Back" title="Back" onClick=${() => close(false)}><${Icon} name="back" /></button>`
        }
        <h2>${title}</h2>
        <button type="button" class="icon-button" aria-label="Close" title="Close" onClick=${() => close(true)}><${Icon} name="close" /></button>
      </div>
      ${trouble && html`<p class="modal-trouble" role="alert"><${Icon} name="warning" /> ${trouble}</p>`}
      <div class="dialog-scroll" ref=${scroll}>
        <${SurfaceContext.Provider} value=${surface}>
          <${Blocks} key=${view.id} blocks=${view.blocks} />
        <//>
      </div>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick=${() => close(false)}>${wordsOf(view.close) || (submitWords ? "Cancel" : "Close")}</button>
        ${submitWords && html`<button type="submit" class="button primary filled ${busy ? "busy" : ""}" aria-busy=${busy}><span class="button-words">${submitWords}</span></button>`}
      </div>
    </form>
  <//>`;
}

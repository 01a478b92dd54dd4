import type { Mailbox } from "./mailbox.ts";
import type { Message } from "./message.ts";
import { threadForOutgoing } from "./threading.ts";

interface NewDraft {
  raw: Buffer;
  threadId?: string | undefined;
  /** An existing draft to replace: it keeps its id, its message does not. */
  draftId?: string | undefined;
}

export function fileDraft(mailbox: Mailbox, { raw, threadId, draftId }: NewDraft): { id: string; message: Message } {
  const replaced = draftId === undefined ? undefined : mailbox.draftMessage(draftId);
  if (replaced) mailbox.remove(replaced);
  const message = mailbox.add({
    raw,
    labels: ["DRAFT"],
    threadId: threadForOutgoing(mailbox, { raw }, threadId, replaced),
  });
  if (draftId === undefined) return { id: mailbox.addDraft(message), message };
  mailbox.drafts.set(draftId, message.id);
  return { id: draftId, message };
}

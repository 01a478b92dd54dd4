import type { Effect } from "../../db/effects.ts";
import { isByHand } from "../../domain/by-hand.ts";
import { toFailure } from "../../domain/errors.ts";
import type { Log } from "../../domain/log.ts";
import type { MailProvider, OutgoingMail, ThreadEntry } from "../../domain/ports.ts";
import type { Finding, Receipt } from "./effect.ts";

/**
 * One mail, sent once. A Gmail draft is written first, because Gmail sends a draft at most once: a repeat of `drafts.send`
 * after a lost answer fails instead of sending again.
 */

/** A call that went unanswered may still be worked on at the other end: absence is believed only after this long. */
const SETTLE_MS = 60_000;
const ASK_AGAIN_MS = 60_000;

/** The conversation as Gmail has it; undefined where it cannot say. A ticket that was opened by hand has none yet. */
export async function threadNow(provider: MailProvider, threadId: string): Promise<ThreadEntry[] | undefined> {
  if (isByHand(threadId)) return [];
  try {
    return await provider.thread(threadId);
  } catch (error) {
    const { code } = toFailure(error);
    if (code === "gmail_method_missing") return undefined;
    if (code === "gmail_not_found") return [];
    throw error;
  }
}

const gmailThread = (threadId: string): string | undefined => (isByHand(threadId) ? undefined : threadId);

/** Whether an attempt whose outcome we do not know has happened. */
export async function askGmail(
  provider: MailProvider,
  effect: Effect,
  threadId: string,
  now: number,
): Promise<Finding> {
  const thread = await threadNow(provider, threadId);
  const sent = thread?.find((entry) => entry.marker === effect.marker && !entry.labels.includes("DRAFT"));
  if (sent) return { kind: "happened", receipt: { providerId: sent.providerId, threadId } };

  const draftId = effect.progress?.["draftId"];
  const stillDraft = draftId === undefined ? undefined : await provider.isStillDraft(draftId);
  // A draft that is still one has not been sent; should the lost call arrive yet, it will be the only one to succeed.
  if (stillDraft === true) return { kind: "not-happened" };
  const sinceAttempt = now - (effect.attemptedAt ?? 0);
  if (sinceAttempt < SETTLE_MS) return { kind: "wait", ms: SETTLE_MS - sinceAttempt };
  // The draft is gone and the conversation holds no answer of ours: sent under a new subject, or thrown away by a person.
  if (stillDraft === false || thread === undefined) return { kind: "unsure", retryMs: ASK_AGAIN_MS };
  return { kind: "not-happened" };
}

export async function writeGmailDraft(
  provider: MailProvider,
  effect: Effect,
  {
    threadId,
    thread,
    mail,
    log,
  }: { threadId: string; thread: ThreadEntry[] | undefined; mail: OutgoingMail; log: Log },
): Promise<{ kind: "ready"; progress?: Record<string, string> }> {
  if (effect.progress?.["draftId"] || effect.progress?.["direct"]) return { kind: "ready" };
  try {
    // An earlier try may have written it without being told so: a second one would lie about in the conversation.
    const written = thread?.find((entry) => entry.marker === effect.marker && entry.labels.includes("DRAFT"));
    const draftId =
      (written && (await provider.draftOf(written.providerId))) ??
      (await provider.prepare(gmailThread(threadId), mail)).draftId;
    return { kind: "ready", progress: { draftId } };
  } catch (error) {
    if (toFailure(error).code !== "gmail_method_missing") throw error;
    log.warn({ effectId: effect.id }, "this Gmail offers no drafts: sending at once, which is less certain");
    return { kind: "ready", progress: { direct: "yes" } };
  }
}

export async function sendFromGmail(
  provider: MailProvider,
  effect: Effect,
  threadId: string,
  mail: () => Promise<OutgoingMail>,
): Promise<Receipt> {
  const draftId = effect.progress?.["draftId"];
  const sent = draftId
    ? await provider.sendPrepared(draftId, gmailThread(threadId), await mail())
    : await provider.sendAtOnce(gmailThread(threadId), await mail());
  return { providerId: sent.providerId, threadId: sent.threadId };
}

/** A stray draft does no harm; taking it away is a courtesy to whoever opens Gmail. */
export function discardDraft(mail: () => Promise<MailProvider>, effect: Effect, log: Log): void {
  const draftId = effect.progress?.["draftId"];
  if (!draftId) return;
  mail()
    .then((provider) => provider.discard(draftId))
    .catch((error) => log.warn({ code: toFailure(error).code }, "a Gmail draft was left behind"));
}

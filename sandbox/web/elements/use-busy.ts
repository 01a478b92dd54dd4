import { useEffect, useRef, useState } from "preact/hooks";
import type { Outcome } from "../state/slack-types.ts";
import { toast } from "../state/toasts.ts";
import { follow } from "../ui/link.ts";

/** Runs something that the app must answer; says meanwhile that it runs, and afterwards whether it failed. */
export function useBusy(): {
  busy: boolean;
  failed: string | undefined;
  run: (work: () => Promise<Outcome>) => Promise<void>;
} {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | undefined>();
  const there = useRef(true);
  useEffect(
    () => () => {
      there.current = false;
    },
    [],
  );
  return {
    busy,
    failed,
    async run(work) {
      if (busy) return;
      setBusy(true);
      setFailed(undefined);
      const outcome = await work();
      if (there.current) setBusy(false);
      if (outcome.failure) {
        const text = sentenceFor(outcome.failure);
        if (there.current) setFailed(text);
        toast(text, "warning");
      }
      if (outcome.opened) await follow(outcome.opened);
    },
  };
}

/** Slack's clients only show a sign here; whoever tries to break the desk wants to know what it means. */
function sentenceFor({ code, text }: { code: string; text: string }): string {
  if (code === "operation_timeout") return "Mailroom did not answer within three seconds (operation_timeout).";
  if (code === "dispatch_failed") return "Mailroom is not connected, so nobody was told (dispatch_failed).";
  return text;
}

import type { Gmail } from "../gmail.ts";
import { ClockMove, FaultOrder, KnobTurn } from "./bodies.ts";
import { type ControlRoute, done, ok } from "./router.ts";
import { sentLine } from "./views.ts";

/** What happened so far, and what shall go wrong next. */
export function steeringRoutes(gmail: Gmail): ControlRoute[] {
  return [
    {
      verb: "GET",
      path: "",
      run: () =>
        ok({
          url: gmail.url,
          tokenUrl: gmail.tokenUrl,
          authUrl: gmail.authUrl,
          clientId: gmail.clientId,
          clientSecret: gmail.clientSecret,
          refreshTokens: Object.fromEntries(
            gmail.mailboxes.map(({ address }) => [address, gmail.refreshToken(address)]),
          ),
          pubsub: gmail.pubsub,
          now: gmail.clock.now(),
          knobs: gmail.knobs,
        }),
    },
    { verb: "GET", path: "sent", run: () => ok(gmail.sent.map(sentLine).reverse()) },
    { verb: "GET", path: "calls", run: ({ query }) => ok(gmail.calls.slice(-Number(query.get("limit") ?? 200))) },
    {
      verb: "PATCH",
      path: "knobs",
      run: ({ json }) => {
        Object.assign(gmail.knobs, KnobTurn.parse(json()));
        return ok(gmail.knobs);
      },
    },
    {
      verb: "POST",
      path: "clock",
      run: ({ json }) => {
        const move = ClockMove.parse(json());
        if ("setTo" in move) gmail.clock.set(move.setTo);
        else gmail.clock.advance(move.advanceMs);
        return ok({ now: gmail.clock.now() });
      },
    },
    {
      verb: "POST",
      path: "faults",
      run: ({ json }) => {
        order(gmail, FaultOrder.parse(json()));
        return done();
      },
    },
  ];
}

function order(gmail: Gmail, fault: ReturnType<typeof FaultOrder.parse>): void {
  switch (fault.kind) {
    case "fail":
      gmail.faults.fail(fault);
      break;
    case "throttle":
      gmail.faults.throttle(fault);
      break;
    case "drop":
      gmail.faults.drop(fault);
      break;
    case "latency":
      gmail.faults.latency(fault.method, fault.ms);
      break;
    case "expire-history":
      gmail.expireHistory(fault.mailbox);
      break;
    case "expire-access":
      gmail.expireAccessTokens(fault.mailbox);
      break;
    case "revoke":
      gmail.revoke(fault.mailbox);
      break;
    case "vanish":
      gmail.vanish(fault.mailbox, fault.id);
      break;
    case "clear":
      gmail.faults.clear();
  }
}

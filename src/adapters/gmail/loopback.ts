import { timingSafeEqual } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { MailroomError } from "../../domain/errors.ts";

export interface Loopback {
  redirectUri: string;
  port: number;
  /** Waits for the browser to come back, and shows it what `finish` says of the code. */
  answered(finish: (code: string) => Promise<string>): Promise<void>;
  close(): void;
}

/** Long enough to find a password, and an admin to ask. */
const PATIENCE_MS = 15 * 60_000;

/** Where Google sends the browser back to: this machine alone can reach it, and only the answer to our question counts. */
export async function openLoopback(state: string): Promise<Loopback> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    redirectUri: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
    answered: (finish) =>
      new Promise((resolve, reject) => {
        let taken = false;
        const timer = setTimeout(
          () => reject(new MailroomError("gmail_disconnected", { detail: "nobody answered within 15 minutes" })),
          PATIENCE_MS,
        );
        server.on("request", (request, response) => {
          const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
          if (pathname !== "/" || request.method !== "GET") return page(response, 404, "There is nothing here.");
          // Anybody can send a browser here with a code of their own: theirs would connect another mailbox.
          if (taken || !same(searchParams.get("state") ?? "", state))
            return page(response, 400, "This is not the answer that Mailroom waits for.");
          taken = true;
          settle(searchParams, finish)
            .then(
              (say) => {
                page(response, 200, say);
                resolve();
              },
              (error) => {
                page(response, 400, "That did not work. The terminal says why.");
                reject(error);
              },
            )
            .finally(() => clearTimeout(timer));
        });
      }),
  };
}

async function settle(answer: URLSearchParams, finish: (code: string) => Promise<string>): Promise<string> {
  const error = answer.get("error");
  if (error)
    throw new MailroomError("gmail_disconnected", {
      detail:
        error === "access_denied"
          ? "consent was refused, by the person or by an admin's policy"
          : `Google says ${error.replace(/[^\w. -]/g, "").slice(0, 80)}`,
    });
  return finish(answer.get("code") ?? "");
}

const same = (given: string, wanted: string): boolean =>
  given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));

function page(response: ServerResponse, status: number, say: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'",
    "referrer-policy": "no-referrer",
    connection: "close",
  });
  response.end(`<!doctype html><html lang="en"><title>Mailroom</title><p>${say.replace(/[&<>]/g, "")}</p></html>`);
}

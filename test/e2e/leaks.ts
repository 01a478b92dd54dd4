import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Base64 hides bytes behind three alignments: what stands in all of them whatever is before and after. */
function base64Of(secret: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), secret])
      .toString("base64")
      .replace(/=+$/, "");
    return whole.slice([0, 2, 3][before], (before + secret.length) % 3 === 0 ? undefined : -1);
  });
}

function formsOf(secret: string | Buffer): Map<string, string | Buffer> {
  const bytes = Buffer.from(secret as string);
  const [first, second, third] = base64Of(bytes);
  const forms: [string, string | Buffer][] = [
    ["plain", bytes],
    ["in a URL", encodeURIComponent(bytes.toString("latin1"))],
    ["in hex", bytes.toString("hex")],
    ...[first!, second!, third!].flatMap((form, at): [string, string][] => [
      [`in base64 (${at})`, form],
      [`in base64url (${at})`, form.replaceAll("+", "-").replaceAll("/", "_")],
    ]),
  ];
  return new Map(forms);
}

/** Which secrets stand in it, by name and form: a failure of a test prints none of them. */
export function leaksIn(haystack: Buffer | string, secrets: Readonly<Record<string, string | Buffer>>): string[] {
  const bytes = Buffer.from(haystack as string);
  return Object.entries(secrets).flatMap(([name, secret]) =>
    [...formsOf(secret)].flatMap(([form, what]) => (bytes.includes(what) ? [`${name} ${form}`] : [])),
  );
}

/** Answers everything with an error that repeats what it was told, in whichever field its caller might read. */
export async function startEcho(
  status: number,
): Promise<{ url: string; heard: () => string; stop: () => Promise<void> }> {
  let heard = "";
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const told = `${request.headers.authorization ?? ""} ${body.slice(0, 600)}`.trim();
    heard += `${told}\n`;
    const error = request.url?.includes("token")
      ? `invalid_grant ${told}`
      : { message: told, code: told, type: told, status: told, errors: [{ reason: told, message: told }] };
    response
      .writeHead(status, { "content-type": "application/json", "x-told": encodeURIComponent(told) })
      .end(JSON.stringify({ error, error_description: told }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: () => heard,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

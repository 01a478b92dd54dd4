import { request as ask, type IncomingMessage, type ServerResponse } from "node:http";

/** Hands a request on to one of the stand-ins, so that the page has one address for everything. */
export function passOn(request: IncomingMessage, response: ServerResponse, target: string, path: string): void {
  const { host, hostname, port } = new URL(target);
  const headers = { ...request.headers, host };
  // They answer only pages of their own; this server has looked at the origin already.
  delete headers.origin;
  const onward = ask({ hostname, port, path, method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.once("error", () => {
    if (!response.headersSent) response.writeHead(502, { "content-type": "application/json" });
    response.end(JSON.stringify({ ok: false, error: "the stand-in does not answer" }));
  });
  response.once("close", () => onward.destroy());
  request.pipe(onward);
}

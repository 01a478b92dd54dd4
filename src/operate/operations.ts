import { type HealthDeps, readHealth } from "./health.ts";
import { type HttpServer, listen } from "./http-server.ts";

interface OperationsOptions extends HealthDeps {
  host: string;
  port: number;
}

/**
 * The pages for whoever runs Mailroom. `/livez`: the process answers, so killing it would help nobody. `/healthz`: it can do
 * its work, or why not. `/metrics`: figures for Prometheus.
 */
export async function openOperations({ host, port, ...deps }: OperationsOptions): Promise<HttpServer> {
  // Loaded here: nobody who has no listener pays for the library.
  const { openMetrics } = await import("./metrics.ts");
  const metrics = openMetrics({ ...deps, connected: () => deps.socket().connected });
  const json = (status: number, value: unknown) => ({
    status,
    type: "application/json; charset=utf-8",
    body: `${JSON.stringify(value, null, 2)}\n`,
  });
  const server = await listen({
    host,
    port,
    routes: {
      "/livez": async () => json(200, { status: "alive" }),
      "/healthz": async () => {
        const health = await readHealth(deps);
        return json(health.status === "ready" ? 200 : 503, health);
      },
      "/metrics": () => metrics.page(),
    },
  });
  return {
    url: server.url,
    async close() {
      metrics.close();
      await server.close();
    },
  };
}

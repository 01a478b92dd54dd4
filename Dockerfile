FROM node:24-slim AS libraries
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

FROM node:24-slim
ENV NODE_ENV=production \
    DATABASE_URL=file:/data/mailroom.db \
    npm_config_cache=/tmp/npm \
    npm_config_update_notifier=false
WORKDIR /app
COPY --from=libraries /app/node_modules ./node_modules
COPY package.json manifest.json ./
COPY bin ./bin
COPY src ./src
# A named volume takes over the folder's owner; the database and its key are for this user alone.
RUN mkdir -m 0700 /data && chown node:node /data
VOLUME /data
USER node
STOPSIGNAL SIGTERM
# Without HTTP_PORT there is nothing to ask, and the process itself is the only sign of life.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "const p = process.env.HTTP_PORT; if (p) fetch(`http://127.0.0.1:${p}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=1024", "--import", "./bin/require-node.js", "src/app.ts"]

# docker build -t dross . && docker run --rm -v "$PWD:/work:ro" dross check .
FROM node:22-alpine AS build
WORKDIR /dross
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-alpine
ENV NODE_ENV=production
COPY --from=build /dross/package.json /dross/LICENSE /opt/dross/
COPY --from=build /dross/node_modules /opt/dross/node_modules
COPY --from=build /dross/dist /opt/dross/dist
RUN ln -s /opt/dross/dist/bin.js /usr/local/bin/dross && chmod +x /opt/dross/dist/bin.js
USER node
WORKDIR /work
ENTRYPOINT ["dross"]
CMD ["check", "."]

// Asks, answers, accepts and searches with a client that was generated from the site's own OpenAPI document (api.ts). Prints the number of the question.
import createClient from "openapi-fetch";
import type { paths } from "./api.js";

const { SITE, ASKER, HELPER } = process.env;
const asker = client(ASKER);
const helper = client(HELPER);

const asked = must(await asker.POST("/api/v1/topics", {
  params: { header: { "Idempotency-Key": crypto.randomUUID() } },
  body: { space: "open", kind: "question", title: "Who reads Glagolitic?", body: "One leaf, **perhaps** from Krk.", tags: ["palaeography"] },
}));
const opening = asked.posts[0];
if (opening?.role !== "opening" || opening.author?.id !== asked.author?.id) throw new Error("The opening is not where it belongs.");

const answer = must(await helper.POST("/api/v1/topics/{id}/posts", {
  params: { path: { id: asked.id } },
  body: { role: "answer", body: "Angular script, so Croatian; ask the seminar for Slavonic studies." },
}));
must(await asker.PUT("/api/v1/posts/{id}/vote", { params: { path: { id: answer.id } }, body: { value: 1 } }));
const accepted = must(await asker.PUT("/api/v1/questions/{id}/accepted", { params: { path: { id: asked.id } }, body: { postId: answer.id } }));
if (accepted.acceptedPostId !== answer.id) throw new Error("The answer was not accepted.");

const refused = await helper.PUT("/api/v1/posts/{id}", { params: { path: { id: asked.posts[0]!.id } }, body: { body: "Mine now." } });
if (refused.response.status !== 403 || refused.error?.status !== 403) throw new Error("Somebody else's question was revised.");

for (let tries = 0; ; tries++) {
  const found = must(await helper.GET("/api/v1/search", { params: { query: { q: "glagolitic angular", kind: "question" } } }));
  if (found.items.some(topic => topic.topicId === asked.id && topic.state === "answered")) break;
  if (tries === 50) throw new Error("The question was not found.");
  await new Promise(resolve => setTimeout(resolve, 100));
}

console.log(asked.id);

function client(token: string | undefined) {
  return createClient<paths>({ baseUrl: SITE, headers: { Authorization: `Bearer ${token}` } });
}

/** What a call answered when it did what it was asked. */
function must<T>(called: { data?: T; error?: unknown; response: Response }): T {
  if (called.data === undefined) throw new Error(`${called.response.url}: ${called.response.status} ${JSON.stringify(called.error)}`);
  return called.data;
}

// Shows the notes as lines of text.
const http = require("node:http");

const notes = process.env.NOTES_SERVICE_URL;

http
  .createServer(async (request, response) => {
    if (request.url === "/health") {
      response.end("healthy");
      return;
    }
    const answer = await fetch(`${notes}/notes`);
    response.end((await answer.json()).join("\n"));
  })
  .listen(process.env.PORT, "127.0.0.1");

process.on("SIGTERM", () => process.exit(0));

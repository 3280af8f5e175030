// A process that is none of the suite's business: listens on the port it is given, if any, and answers 200.
import { createServer } from 'node:http';

const server = createServer((_, response) => response.end('I am a stranger'));
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => console.log('listening'));

// Records of a web archive (ISO 28500), made for tests and benchmarks.

/** An answer of a server, as it goes into a record. */
export const answer = (type: string, body: Buffer, headers = '', status = 200): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 ${status} X\r\nContent-Type: ${type}\r\n${headers}\r\n`), body])

export const record = (kind: string, url: string, block: Buffer, type = 'application/http; msgtype=response'): Buffer =>
  Buffer.concat([
    Buffer.from(
      `WARC/1.1\r\nWARC-Type: ${kind}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2025-05-15T01:00:00Z\r\nContent-Type: ${type}\r\nContent-Length: ${block.length}\r\n\r\n`,
    ),
    block,
    Buffer.from('\r\n\r\n'),
  ])

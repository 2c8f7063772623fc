import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressProblem, isPublicAddress } from '../../src/intake/fetch/address.ts'
import { type Answer, fetchPage, type FetchRules } from '../../src/intake/fetch/fetch.ts'
import { createVisitor } from '../../src/intake/fetch/visitor.ts'
import { site, withServer, withSocket } from './servers.ts'

const RULES: FetchRules = { agent: 'bienban-test', allowPrivate: true, patience: 1500, largest: 1024 * 1024 }

const sentence = (answer: Answer): string => (answer.kind === 'problem' ? answer.problem.message : answer.kind)
const code = (answer: Answer): string => (answer.kind === 'problem' ? answer.problem.code : answer.kind)

/** What is asked must be over soon, whatever the server does. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work
  expect(performance.now() - start).toBeLessThan(milliseconds)
  return result
}

describe('which addresses are asked', () => {
  test.each([
    '127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255',
    '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:7f00:1::', 'no-address',
  ])('%s is not of the open network', ip => expect(isPublicAddress(ip)).toBe(false)) // prettier-ignore

  test.each(['8.8.8.8', '203.162.0.181', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is', ip =>
    expect(isPublicAddress(ip)).toBe(true),
  )

  test('whatever way a number of this machine is written', () => {
    for (const host of ['127.1', '0x7f.1', '2130706433', '017700000001', '[::ffff:7f00:1]', '[::1]'])
      expect(addressProblem(new URL(`http://${host}/`), false)).toBe('private')
  })

  test('any address of a private net', () =>
    fc.assert(
      fc.property(fc.constantFrom('10', '127', '0'), fc.nat(255), fc.nat(255), fc.nat(255), (net, a, b, c) => {
        expect(isPublicAddress(`${net}.${a}.${b}.${c}`)).toBe(false)
      }),
    ))

  test.each([
    ['file:///etc/passwd', 'only http and https'],
    ['ftp://example.org/', 'only http and https'],
    ['http://me:secret@example.org/', 'a name or a password'],
    ['http://169.254.169.254/latest/meta-data/', 'not of the open one'],
    ['http://localhost:1/', 'not of the open one'],
  ])('%s is refused with the reason', async (url, words) => {
    const answer = await within(3000, fetchPage(url, { ...RULES, allowPrivate: false }))
    expect(code(answer)).toBe('address-not-allowed')
    expect(sentence(answer)).toContain(words)
  })

  test.each(['http://169.254.169.254/', 'file:///etc/passwd', 'ftp://x.example/'])(
    'a redirect to %s is not followed',
    async target => {
      const answer = await withServer(
        (_, response) => response.writeHead(302, { location: target }).end(),
        url => fetchPage(url, { ...RULES, patience: 900, allowPrivate: target !== 'http://169.254.169.254/' }),
      )
      expect(code(answer)).toBe('address-not-allowed')
    },
  )

  test('redirects that go round and round end', async () => {
    const answer = await withServer(
      (request, response) => response.writeHead(301, { location: `${request.url}x` }).end(),
      url => fetchPage(url, RULES),
    )
    expect(sentence(answer)).toContain('more than 5 times')
  })
})

describe('servers that misbehave', () => {
  test('one that drips a byte at a time is given up', async () => {
    const answer = await withServer(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        const drip = setInterval(() => response.write('x'), 50)
        response.on('close', () => clearInterval(drip))
      },
      url => within(4000, fetchPage(url, RULES)),
    )
    expect(code(answer)).toBe('fetch-too-slow')
  })

  test('one that says nothing is given up', async () => {
    const answer = await withSocket(
      () => {},
      url => within(4000, fetchPage(url, RULES)),
    )
    expect(code(answer)).toBe('fetch-too-slow')
  })

  test('a feed that never ends is given up at its largest size, with little memory', async () => {
    const before = process.memoryUsage().rss
    const answer = await withServer(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/rss+xml' })
        const more = (): void => {
          while (response.write('<item/>'.repeat(4096)) && !response.destroyed);
        }
        response.on('drain', more)
        more()
      },
      url => within(6000, fetchPage(url, { ...RULES, patience: 5000 })),
    )
    expect(code(answer)).toBe('fetch-too-large')
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  test('a bomb of gzip is as large as what comes out', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
    const answer = await withServer(
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
      url => within(6000, fetchPage(url, { ...RULES, patience: 5000 })),
    )
    expect(code(answer)).toBe('fetch-too-large')
  })

  test.each([
    ['a length that is too long', 'HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nshort', 'fetch-failed'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nshort', 'fetch-failed'],
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9\r\n', 'fetch-failed'],
    ['a broken gzip', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nshort', 'fetch-failed'],
    ['a fault', 'HTTP/1.1 503 No\r\nRetry-After: 90\r\nContent-Length: 0\r\n\r\n', 'fetch-status'],
    ['a head without end', `HTTP/1.1 200 OK\r\n${'X-A: aaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(4000)}`, 'fetch-failed'],
  ])('%s is told in a sentence', async (_, answered, expected) => {
    const answer = await withSocket(
      socket => socket.end(answered),
      url => within(4000, fetchPage(url, RULES)),
    )
    expect(code(answer)).toBe(expected)
    expect(sentence(answer)).toMatch(/\.$/u)
  })

  test('a compressed page comes as it was', async () => {
    const answer = await withServer(
      (_, response) =>
        response
          .writeHead(200, {
            'content-encoding': 'gzip',
            'content-type': 'Text/HTML; charset="windows-1258"',
            etag: '"1"',
          })
          .end(gzipSync('Xin chào')),
      url => fetchPage(url, RULES),
    )
    expect(answer).toMatchObject({ mediaType: 'text/html', charset: 'windows-1258', etag: '"1"' })
    expect(answer.kind === 'page' && Buffer.from(answer.bytes).toString()).toBe('Xin chào')
  })
})

describe('visits', () => {
  const rules = { ...RULES, interval: 80 }

  test('robots.txt is asked once and heeded', async () => {
    const asked: string[] = []
    await withServer(
      (request, response) => {
        asked.push(request.url ?? '')
        if (request.url === '/robots.txt') return response.end('User-agent: *\nDisallow: /kin/\n')
        return response.end('ok')
      },
      async url => {
        const visitor = createVisitor(rules)
        expect(code(await visitor.fetch(`${url}/kin/1`))).toBe('robots-refused')
        expect(code(await visitor.fetch(`${url}/mo/1`))).toBe('page')
      },
    )
    expect(asked).toEqual(['/robots.txt', '/mo/1'])
  })

  test('a page that another one sends to is read by the robots.txt of its own site', async () => {
    const asked: string[] = []
    await withServer(
      (request, response) => {
        asked.push(request.url ?? '')
        return response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /kin/\n' : 'ok')
      },
      other =>
        withServer(
          (request, response) => {
            if (request.url === '/robots.txt') return response.end('')
            const place = request.url === '/a' ? `${other}/kin/1` : `${other}/mo/1`
            return response.writeHead(302, { location: place }).end()
          },
          async url => {
            const visitor = createVisitor(rules)
            expect(code(await visitor.fetch(`${url}/a`))).toBe('robots-refused')
            expect(code(await visitor.fetch(`${url}/b`))).toBe('page')
          },
        ),
    )
    expect(asked).toEqual(['/robots.txt', '/mo/1'])
  })

  test('a site whose robots.txt cannot be had is left alone', async () => {
    await withServer(
      (_, response) => response.writeHead(500).end(),
      async url => expect(code(await createVisitor(rules).fetch(`${url}/a`))).toBe('robots-refused'),
    )
  })

  test('one request at a time, and none sooner than the interval', async () => {
    const times: number[] = []
    let open = 0
    let most = 0
    await withServer(
      (_, response) => {
        times.push(performance.now())
        most = Math.max(most, ++open)
        setTimeout(() => response.end('ok', () => open--), 20)
      },
      async url => {
        const visitor = createVisitor(rules)
        await Promise.all(['/1', '/2', '/3'].map(path => visitor.fetch(url + path)))
      },
    )
    expect(most).toBe(1)
    for (const [i, time] of times.slice(1).entries()) expect(time - times[i]).toBeGreaterThanOrEqual(75)
  })

  test('what is unchanged is not given again', async () => {
    await withServer(
      site({
        '/feed': (request, response) =>
          request.headers['if-none-match'] === '"7"' ? response.writeHead(304).end() : response.end('new'),
      }),
      async url => {
        const visitor = createVisitor(rules)
        expect(code(await visitor.fetch(`${url}/feed`, { etag: '"7"', modified: null }))).toBe('unchanged')
        expect(code(await visitor.fetch(`${url}/feed`, { etag: '"6"', modified: null }))).toBe('page')
      },
    )
  })
})

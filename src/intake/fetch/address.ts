import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Addresses that are not of the open network (IANA special-purpose registries): this machine, its neighbours, cloud metadata. */
const PRIVATE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  // prettier-ignore
  PRIVATE.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  // prettier-ignore
  PRIVATE.addSubnet(net, bits, 'ipv6')

/** Whether an IP address is of the open network. An IPv4 address inside an IPv6 one counts as itself. */
export function isPublicAddress(ip: string): boolean {
  const family = isIP(ip)
  if (family === 0) return false
  return family === 4 ? !PRIVATE.check(ip, 'ipv4') : !PRIVATE.check(ip, 'ipv6')
}

/** Why an address may not be fetched, before anything is asked of the network; null where it may. */
export function addressProblem(url: URL, allowPrivate: boolean): 'scheme' | 'private' | 'credentials' | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme'
  if (url.username !== '' || url.password !== '') return 'credentials'
  const host = url.hostname.replace(/^\[|\]$/gu, '')
  return !allowPrivate && isIP(host) !== 0 && !isPublicAddress(host) ? 'private' : null
}

/** The code of the error with which a name is refused that stands for a private address. */
export const PRIVATE_ADDRESS = 'EPRIVATE'

/**
 * Looks a name up for a connection, and refuses it where any of its addresses is private: what is checked here is what is connected to,
 * so that a name cannot change between the two.
 */
export const publicLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0)
    const bad = found.find(({ address }) => !isPublicAddress(address))
    if (bad) {
      const refused = Object.assign(new Error(`${host} is ${bad.address}`), { code: PRIVATE_ADDRESS })
      return done(refused, '', 0)
    }
    return options.all ? done(null, found) : done(null, found[0].address, found[0].family)
  })
}

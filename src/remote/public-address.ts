/**
 * Which addresses of the network are everybody's. A name in a repository, or a record in somebody's DNS, must never lead
 * to this machine, its neighbours or the metadata of the cloud (IANA special-purpose address registries, RFC 6890).
 */
import { BlockList, isIP } from "node:net";

const CLOSED_4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

const closed4 = new BlockList();
for (const [network, prefix] of CLOSED_4) closed4.addSubnet(network, prefix, "ipv4");

/** Global unicast; everything else of version 6 is local, special, or wraps an address of version 4. */
const open6 = new BlockList();
open6.addSubnet("2000::", 3, "ipv6");

/** Within global unicast: Teredo, ORCHID and benchmarks, documentation, and 6to4, which wraps an address of version 4. */
const closed6 = new BlockList();
closed6.addSubnet("2001::", 23, "ipv6");
closed6.addSubnet("2001:db8::", 32, "ipv6");
closed6.addSubnet("2002::", 16, "ipv6");
closed6.addSubnet("3fff::", 20, "ipv6");

/** Whether an address may be connected to; what is no address may not. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed4.check(address, "ipv4");
  if (version !== 6 || address.includes("%")) return false;
  return open6.check(address, "ipv6") && !closed6.check(address, "ipv6");
}

import type { NetworkInterfaceInfo } from 'node:os';

/** RFC 1918: what access points and routers of a hall give. */
const privateAddress = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)\d{1,3}(?:\.\d{1,3}){1,2}$/;

/** Networks between programs of this machine, and tunnels to elsewhere: no phone of the hall comes that way. */
const notOfHall = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|vethernet|tun|tap|utun|wg|tailscale|zt|podman|cni|lxc)/i;

/** This machine's private addresses on networks, those first that phones in a hall can be on. */
export function hallAddresses(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): readonly string[] {
  const found = Object.entries(interfaces).flatMap(([name, infos = []]) =>
    infos
      .filter(({ internal, address }) => !internal && privateAddress.test(address))
      .map(({ address }) => ({ address, isOfHall: !notOfHall.test(name) })),
  );
  return [...found.filter(({ isOfHall }) => isOfHall), ...found.filter(({ isOfHall }) => !isOfHall)].map(
    ({ address }) => address,
  );
}

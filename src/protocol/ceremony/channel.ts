import type { Group, Point } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import { parseCanonical, readFields, writeCanonical } from '../encoding/json.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { createSealedMessage, openSealedMessage, readSealedMessage } from './sealed-message.ts';
import { checkSignedMessage, createSignedMessage, readSignedMessage, writeSignedMessage } from './signed-message.ts';
import type { TrusteeKeys } from './trustee-keys.ts';

export type ChannelRefusal = 'channel-form' | 'channel-decryption' | 'channel-signature' | 'channel-recipient';

/** A message from one trustee to another (or to itself): signed together with its recipient, then encrypted. */
export function createChannelMessage(
  group: Group,
  sender: TrusteeKeys,
  recipient: { readonly encryptionKey: Point; readonly encryption: string },
  message: string,
  random: RandomBytes,
): string {
  const inner = writeCanonical({ recipient: recipient.encryption, message });
  const signed = createSignedMessage(group, sender.signingKey, inner, random);
  return createSealedMessage(group, recipient.encryptionKey, writeCanonical(writeSignedMessage(signed)), random);
}

/** Opens a message that the holder of `senderKey` must have sent to me. */
export function openChannelMessage(
  group: Group,
  own: TrusteeKeys,
  senderKey: Point,
  text: string,
): Outcome<string, ChannelRefusal> {
  const sealed = readSealedMessage(group, text);
  if (sealed === undefined) return refused('channel-form');
  const opened = openSealedMessage(group, own.decryptionKey, sealed);
  if (opened === undefined) return refused('channel-decryption');
  const signed = readSignedMessage(parseCanonical(opened));
  if (signed === undefined) return refused('channel-form');
  if (!checkSignedMessage(group, senderKey, signed)) return refused('channel-signature');
  const inner = readFields(parseCanonical(signed.message), ['recipient', 'message']);
  if (typeof inner?.message !== 'string') return refused('channel-form');
  // PROTOCOL §5.2: otherwise a trustee could encrypt somebody's message to a third one as its own.
  return inner.recipient === own.encryption ? accepted(inner.message) : refused('channel-recipient');
}

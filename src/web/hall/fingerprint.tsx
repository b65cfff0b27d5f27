import { Fragment } from 'preact';

/** Pairs of digits as phones show them, which no line end tears apart. */
export function Fingerprint({ of }: { readonly of: string }) {
  return (
    <strong class="fingerprint" translate={false}>
      {of.split(':').map((pair, at) => (
        <Fragment key={at}>
          {at > 0 && ':'}
          <wbr />
          {pair}
        </Fragment>
      ))}
    </strong>
  );
}

import type { Transporter } from 'nodemailer';
import type { MailSettings } from '../config.ts';

/** Plain text to one address. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** Resolves when the mail server has taken it, and rejects when it has not. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Milliseconds: a mail server that does not answer holds nothing up for long. */
const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 };

/** What speaks to mail servers is read when there is something to send. */
export function smtpMailer({ url, from }: MailSettings): Mailer {
  const options = { url, ...timeouts, disableFileAccess: true, disableUrlAccess: true };
  let transport: Transporter | undefined;
  return {
    send: async (mail) => {
      const { createTransport } = await import('nodemailer');
      transport ??= createTransport(options);
      await transport.sendMail({ from, ...mail });
    },
    close: () => transport?.close(),
  };
}

/** Serves the built pages on 127.0.0.1; rejects with `EADDRINUSE` where the port is taken. */
export function servePages(settings: {
  readonly port: number;
  readonly sample?: boolean;
  readonly pages?: string;
}): Promise<{ readonly address: string; close(): Promise<void> }>;

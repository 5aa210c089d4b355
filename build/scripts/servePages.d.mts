/**
 * Serves the built pages on 127.0.0.1; `port` 0 takes any free one. Rejects with `EADDRINUSE` where
 * the port is taken, and where the app is not built.
 */
export function servePages(settings: {
  readonly port: number;
  readonly sample?: boolean;
  readonly pages?: string;
}): Promise<{ readonly address: string; close(): Promise<void> }>;

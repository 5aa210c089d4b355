import { z } from 'zod';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle on the desktop, in device-independent pixels; without x and y the system centres it. */
export interface WindowPlace {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

export const smallest = { width: 1024, height: 640 } as const;
const standard = { width: 1366, height: 768 } as const;
/** So much of the title bar must be on a screen for a hand to get hold of it. */
const grip = { width: 200, height: 40 } as const;

const storedPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(smallest.width),
  height: z.number().int().min(smallest.height),
  maximized: z.boolean(),
});

/**
 * Where the window opens, from what was stored when it last closed (any bytes) and the work areas
 * of the screens there are now, the primary one first.
 *
 * | stored               | its title bar              | opens                              |
 * | -------------------- | -------------------------- | ---------------------------------- |
 * | unreadable or absent |                            | standard size, centred             |
 * | a place              | within reach on a screen   | there, no larger than that screen  |
 * | a place              | on a screen that is gone   | that size, centred on the primary  |
 */
export function placeWindow(stored: string | undefined, screens: readonly Area[]): WindowPlace {
  const primary = screens[0];
  const place = readStored(stored);
  if (!place) return { ...fit(standard, primary), maximized: false };
  const screen = screens.find((area) => isWithinReach({ ...place, ...fit(place, area) }, area));
  if (!screen) return { ...fit(place, primary), maximized: place.maximized };
  return { x: place.x, y: place.y, ...fit(place, screen), maximized: place.maximized };
}

function readStored(stored: string | undefined): z.infer<typeof storedPlace> | undefined {
  try {
    return storedPlace.safeParse(JSON.parse(stored ?? '')).data;
  } catch {
    return undefined;
  }
}

function isWithinReach(place: Area, screen: Area): boolean {
  const overlap =
    Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x);
  return (
    overlap >= grip.width &&
    place.y >= screen.y &&
    place.y + grip.height <= screen.y + screen.height
  );
}

function fit(size: Pick<Area, 'width' | 'height'>, screen: Area | undefined) {
  return {
    width: Math.min(size.width, screen?.width ?? size.width),
    height: Math.min(size.height, screen?.height ?? size.height),
  };
}

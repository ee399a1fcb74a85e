import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import type { Schemas } from "@/lib/api";

interface Parcel {
  state: Schemas["ParcelState"];
  done: number;
  total: number;
}

interface Props {
  now: Parcel;
  /** What is said until it is ready: whether the window may be closed. */
  meanwhile: ReactNode;
  problem: unknown;
  busy: boolean;
  onTake: () => void;
}

/** How often to look: while a worker is at it, and no more. */
export function lookAgain(now: Parcel | undefined): number | false {
  return now && !["waiting", "making"].includes(now.state) ? false : 1_500;
}

/** How far something is that a worker puts together, and the one time that it is taken. */
export function Taking({ now, meanwhile, problem, busy, onTake }: Props) {
  const { t } = useLingui();
  return (
    <Stack>
      <div role="status">
        <Text size="sm" mb="xs">
          {now.state === "ready" ? (
            <Trans>It is ready. You can take it once, within 24 hours.</Trans>
          ) : (
            meanwhile
          )}
        </Text>
        <Progress
          value={now.total ? (100 * now.done) / now.total : 0}
          animated={now.state !== "ready"}
          aria-label={t`How far it is`}
        />
      </div>
      <ProblemAlert problem={problem} />
      <Group justify="flex-end">
        <Button disabled={now.state !== "ready"} loading={busy} onClick={onTake}>
          <Trans>Download</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

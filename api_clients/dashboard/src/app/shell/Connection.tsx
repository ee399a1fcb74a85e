import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Progress } from "@mantine/core";
import { IconWifiOff } from "@tabler/icons-react";
import { onlineManager, useIsFetching, useIsMutating, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useConnection } from "@/lib/connection";

const PATIENCE = 700;
const LOOK_AGAIN = 10_000;

/** Says that the line is down, looks by itself whether it is back, and what still works meanwhile. */
export function ConnectionBanner() {
  const working = useConnection();
  const client = useQueryClient();
  useEffect(() => {
    if (working) return;
    const timer = setInterval(() => {
      if (onlineManager.isOnline()) client.refetchQueries({ type: "active" });
    }, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [working, client]);
  if (working) return null;
  return (
    <Alert color="orange" icon={<IconWifiOff aria-hidden />} role="status" mb="md">
      <Trans>
        The server cannot be reached at the moment. What you see may be old; what you type is kept. Nothing is
        sent until the line is back.
      </Trans>
    </Alert>
  );
}

/** A thin line at the top as soon as something takes longer than a moment. */
export function SlowLine() {
  const { t } = useLingui();
  const busy = useIsFetching({ predicate: (query) => query.state.data === undefined }) + useIsMutating() > 0;
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!busy) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [busy]);
  if (!slow) return null;
  return (
    <Progress
      value={100}
      animated
      size={3}
      radius={0}
      aria-label={t`Waiting for the server`}
      pos="absolute"
      bottom={0}
      left={0}
      right={0}
    />
  );
}

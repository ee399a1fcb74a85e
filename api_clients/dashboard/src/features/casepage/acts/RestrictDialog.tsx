import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Checkbox, Stack } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { DialogFoot } from "@/components/DialogFoot";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { api } from "@/lib/api";
import { useSession } from "@/lib/session";
import { changing, useThisCase } from "../case";
import { Dialog } from "../Dialog";
import { useSending } from "../useSending";
import { useColleagueLine, useColleagues } from "./people";

/** Lets only the named see the case. Who leaves oneself out is asked twice by the words, and then sent away. */
export function RestrictDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const one = useThisCase();
  const { me } = useSession();
  const navigate = useNavigate();
  const line = useColleagueLine();
  const people = useColleagues();
  const [named, setNamed] = useState<string[]>(
    one.people.length > 0 ? one.people.map((person) => person.id) : [me.id],
  );
  const outside = !named.includes(me.id);
  const sending = useSending(
    (here, ids: string[]) =>
      api.POST("/api/v1/cases/{case_id}/restrict/", { ...changing(here), body: { people: ids } }),
    () => (outside ? navigate("/cases") : onClose()),
  );
  return (
    <Dialog onClose={onClose} title={t`Who alone sees this case`} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sending.mutate(named);
        }}
      >
        <Stack>
          <Loaded query={people}>
            {({ results }) => (
              <Checkbox.Group value={named} onChange={setNamed} aria-label={t`Who alone sees this case`}>
                <Stack gap="xs">
                  {results.map((person) => (
                    <Checkbox key={person.id} value={person.id} label={line(person)} />
                  ))}
                </Stack>
              </Checkbox.Group>
            )}
          </Loaded>
          <Alert color={outside ? "red" : "yellow"} variant="light">
            {outside ? (
              <Trans>You are not among them: you will not see this case any more.</Trans>
            ) : (
              <Trans>Everybody else loses sight of it, and shares with other partners end.</Trans>
            )}
          </Alert>
          <ProblemAlert problem={sending.error} />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" color="red" loading={sending.isPending} disabled={named.length === 0}>
              <Trans>Restrict</Trans>
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}

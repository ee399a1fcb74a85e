import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { api, type Schemas } from "@/lib/api";
import { useSession } from "@/lib/session";
import { changing, useThisCase } from "../case";
import { Dialog } from "../Dialog";
import { useSending } from "../useSending";
import { useColleagueLine, useColleagues } from "./people";

/** A colleague's conflict of interest: recorded by who sees it, lifted by who may. */
export function ConflictDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { me } = useSession();
  const line = useColleagueLine();
  const people = useColleagues();
  const [chosen, setChosen] = useState("");
  const recording = useSending(
    (here, person: string) =>
      api.POST("/api/v1/cases/{case_id}/record_conflict/", { ...changing(here), body: { person } }),
    onClose,
  );
  return (
    <Dialog onClose={onClose} title={t`A colleague's conflict of interest`} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          recording.mutate(chosen);
        }}
      >
        <Stack>
          <Text size="sm">
            <Trans>
              For a colleague whom the complaint is about, or who is close to somebody in it. The colleague is
              not told.
            </Trans>
          </Text>
          <Loaded query={people}>
            {({ results }) => (
              <>
                <Radio.Group
                  value={chosen}
                  onChange={setChosen}
                  aria-label={t`A colleague's conflict of interest`}
                >
                  <Stack gap="xs">
                    {results
                      .filter((person) => person.id !== me.id && !person.conflict)
                      .map((person) => (
                        <Radio key={person.id} value={person.id} label={line(person)} />
                      ))}
                  </Stack>
                </Radio.Group>
                <Standing people={results.filter((person) => person.conflict && person.id !== me.id)} />
              </>
            )}
          </Loaded>
          <Alert color="yellow" variant="light">
            <Trans>
              The case becomes one of named persons: all others who read cases here. Shares with other
              partners end.
            </Trans>
          </Alert>
          <ProblemAlert problem={recording.error} />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" color="red" loading={recording.isPending} disabled={chosen === ""}>
              <Trans>Record</Trans>
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}

/** Those who have one, each with the way back. */
function Standing({ people }: { people: Schemas["CaseColleague"][] }) {
  const line = useColleagueLine();
  const { allowed_acts } = useThisCase();
  const lifting = useSending((here, person: string) =>
    api.POST("/api/v1/cases/{case_id}/lift_conflict/", { ...changing(here), body: { person } }),
  );
  return (
    <Stack gap="xs">
      {people.map((person) => (
        <Group key={person.id} justify="space-between" gap="xs">
          <Text size="sm">{line(person)}</Text>
          {allowed_acts.includes("lift_conflict") && (
            <Button
              size="xs"
              variant="default"
              loading={lifting.isPending}
              onClick={() => lifting.mutate(person.id)}
            >
              <Trans>Lift it</Trans>
            </Button>
          )}
        </Group>
      ))}
      <ProblemAlert problem={lifting.error} />
    </Stack>
  );
}

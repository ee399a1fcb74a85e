import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { api } from "@/lib/api";
import { changing, useThisCase } from "../case";
import { Dialog } from "../Dialog";
import { useSending } from "../useSending";
import { useColleagueLine, useColleagues } from "./people";

const NOBODY = "";

/** Says who works the case. Whoever cannot be given it is shown, too, with the reason. */
export function AssignDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const one = useThisCase();
  const line = useColleagueLine();
  const people = useColleagues();
  const [chosen, setChosen] = useState(one.assignee?.id ?? NOBODY);
  const sending = useSending(
    (here, assignee: string) =>
      api.POST("/api/v1/cases/{case_id}/assign/", {
        ...changing(here),
        body: { assignee: assignee || null },
      }),
    onClose,
  );
  return (
    <Dialog onClose={onClose} title={t`Who works this case`} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sending.mutate(chosen);
        }}
      >
        <Stack>
          <Loaded query={people}>
            {({ results }) => (
              <Radio.Group value={chosen} onChange={setChosen} aria-label={t`Who works this case`}>
                <Stack gap="xs">
                  <Radio value={NOBODY} label={t`Nobody yet`} data-autofocus />
                  {results
                    .filter((person) => person.works)
                    .map((person) => (
                      <Radio
                        key={person.id}
                        value={person.id}
                        label={line(person)}
                        disabled={!person.assignable}
                      />
                    ))}
                </Stack>
              </Radio.Group>
            )}
          </Loaded>
          <ProblemAlert problem={sending.error} />
          <DialogFoot onCancel={onClose}>
            <Button
              type="submit"
              loading={sending.isPending}
              disabled={chosen === (one.assignee?.id ?? NOBODY)}
            >
              <Trans>Assign</Trans>
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}

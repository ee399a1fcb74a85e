import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Modal, Select, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPrinter } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { ProblemAlert } from "@/components/ProblemAlert";
import { useDates } from "@/lib/dates";
import { isLanguage, LANGUAGES } from "@/lib/languages";
import { download } from "./download";
import type { Question } from "./question";

/** The printed report on the period in view, in the language of whoever will read it. */
export function DonorReport({ question }: { question: Question }) {
  const { t, i18n } = useLingui();
  const dates = useDates();
  const [opened, { open, close }] = useDisclosure();
  const [language, setLanguage] = useState<string>(i18n.locale);
  const { partner, date_from, date_to } = question;
  const report = useMutation({
    mutationFn: () => download("/api/v1/donor-report/", { partner, date_from, date_to, language }),
    onSuccess: close,
  });
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={open}>
        <Trans>Report for donors</Trans>
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t`Report for donors`}
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <Stack>
          <Text size="sm">
            <Trans>
              A PDF with your letterhead on the period from {dates.day(date_from)} to {dates.day(date_to)}. It
              holds no restricted case and no number under five, so that it can be handed on.
            </Trans>
          </Text>
          <Select
            label={t`Language of the report`}
            data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
            value={language}
            onChange={(chosen) => isLanguage(chosen) && setLanguage(chosen)}
            allowDeselect={false}
          />
          <ProblemAlert problem={report.error} />
          <DialogFoot onCancel={close}>
            <Button loading={report.isPending} onClick={() => report.mutate()}>
              <Trans>Make the PDF</Trans>
            </Button>
          </DialogFoot>
        </Stack>
      </Modal>
    </>
  );
}

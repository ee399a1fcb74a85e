import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Box, Group, Text } from "@mantine/core";
import { useEffect, useState } from "react";

interface Props {
  pages: Blob;
  /** What it is called once it is saved. */
  name: string;
}

/** A PDF in the page, by the browser's own viewer; where it has none, as on most telephones, to be opened beside. */
export function PdfFrame({ pages, name }: Props) {
  const { t } = useLingui();
  const address = useAddress(pages);
  const shows = navigator.pdfViewerEnabled !== false;
  if (!address) return null;
  return (
    <Box>
      {shows ? (
        <iframe
          src={address}
          title={t`The pages`}
          style={{
            width: "100%",
            height: "min(80vh, 70rem)",
            border: "1px solid var(--mantine-color-default-border)",
          }}
        />
      ) : (
        <Text size="sm">
          <Trans>This browser shows no PDF inside a page.</Trans>
        </Text>
      )}
      <Group gap="md" mt={4}>
        <Anchor href={address} target="_blank" size="sm">
          <Trans>Open in a window of its own</Trans>
        </Anchor>
        <Anchor href={address} download={name} size="sm">
          <Trans>Save</Trans>
        </Anchor>
      </Group>
    </Box>
  );
}

/** An address that lives in this page only and as long as it is shown. */
function useAddress(pages: Blob): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([pages], { type: "application/pdf" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [pages]);
  return address;
}

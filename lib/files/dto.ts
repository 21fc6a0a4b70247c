import type { FileDocument } from './documents';
import type { FileRefDto, UploadedFileDto } from './schemas';

/** What is said of a file wherever it is named: its own document, or what a message or a sheet keeps of it. */
type Named = Pick<FileDocument, '_id' | 'name' | 'mime' | 'size' | 'width' | 'height' | 'voice' | 'video'>;

/** The reference that answers carry. */
export const toFileRef = (file: Named): FileRefDto => ({
  id: file._id.toHexString(),
  name: file.name,
  mime: file.mime,
  size: file.size,
  width: file.width,
  height: file.height,
  voice: file.voice,
  video: file.video,
});

/** What an upload answers. */
export const toUploadedFile = (file: FileDocument): UploadedFileDto => ({
  ...toFileRef(file),
  placeholder: file.placeholder,
  createdAt: file.createdAt.toISOString(),
});

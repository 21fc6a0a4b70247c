import type { FileDocument } from './documents';
import type { FileRefDto, UploadedFileDto } from './schemas';

/** The reference that documents and messages carry. */
export const toFileRef = (file: FileDocument): FileRefDto => ({
  id: file._id.toHexString(),
  name: file.name,
  mime: file.mime,
  size: file.size,
  width: file.width,
  height: file.height,
});

/** What an upload answers. */
export const toUploadedFile = (file: FileDocument): UploadedFileDto => ({
  ...toFileRef(file),
  placeholder: file.placeholder,
  createdAt: file.createdAt.toISOString(),
});

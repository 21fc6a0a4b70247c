import type { Role } from '../actor';
import type { FittingRemarkDocument, FittingSheetDocument } from './documents';
import type { FittingRemarkDto, FittingSheetDto } from './schemas';

const toRemark = (remark: FittingRemarkDocument, own: boolean): FittingRemarkDto => ({
  point: remark.point,
  label: remark.label,
  delta: remark.delta,
  before: remark.before,
  after: remark.after,
  note: remark.note,
  files: remark.files,
  ...(own ? {} : { shared: remark.shared, taskId: remark.taskId?.toHexString() }),
});

/** A sheet as `role` may read it; the caller has already checked that it is theirs. */
export function toFittingSheet(sheet: FittingSheetDocument, role: Role): FittingSheetDto {
  const own = role === 'client';
  return {
    id: sheet._id.toHexString(),
    appointmentId: sheet.appointmentId.toHexString(),
    orderId: sheet.orderId.toHexString(),
    clientId: sheet.clientId.toHexString(),
    couturierId: sheet.couturierId.toHexString(),
    couturierName: sheet.couturierName,
    remarks: sheet.remarks.filter(({ shared }) => shared || !own).map((remark) => toRemark(remark, own)),
    note: sheet.note,
    measurementSetId: sheet.measurementSetId?.toHexString(),
    createdAt: sheet.createdAt.toISOString(),
    updatedAt: sheet.createdAt.toISOString(),
  };
}

import common from './common.json';
import errors from './errors.json';
import form from './form.json';
import home from './home.json';
import catalogue from './catalogue.json';
import couturiers from './couturiers.json';
import hands from './hands.json';
import house from './house.json';
import journal from './journal.json';
import ledger from './ledger.json';
import auth from './auth.json';
import password from './password.json';
import settings from './settings.json';
import orders from './orders.json';
import orderForm from './orderForm.json';
import measurements from './measurements.json';
import account from './account.json';
import clients from './clients.json';
import models from './models.json';
import tasks from './tasks.json';
import calendar from './calendar.json';
import dashboard from './dashboard.json';
import overview from './overview.json';
import fittings from './fittings.json';
import parties from './parties.json';
import promises from './promises.json';
import stats from './stats.json';
import chat from './chat.json';
import notifications from './notifications.json';
import staff from './staff.json';
import states from './states.json';
import emails from './emails.json';
import stages from './stages.json';
import garments from './garments.json';
import pdf from './pdf.json';
import legal from './legal.json';
import commands from './commands.json';

export default {
  common,
  errors,
  form,
  home,
  catalogue,
  couturiers,
  hands,
  house,
  journal,
  ledger,
  auth,
  password,
  settings,
  orders,
  orderForm,
  measurements,
  account,
  clients,
  models,
  tasks,
  calendar,
  dashboard,
  overview,
  fittings,
  parties,
  promises,
  stats,
  chat,
  notifications,
  staff,
  states,
  emails,
  stages,
  garments,
  pdf,
  legal,
  commands,
};

// The least that shows a form: the plugin, the component, and a form that asks what /cek asks.
import { createApp, h } from 'vue';
import { OdkWebForm, webFormsPlugin } from '@getodk/web-forms';
import formXml from './cek.xml?raw';

const page = () => h(OdkWebForm, { formXml, fetchFormAttachment: () => Promise.reject(new Error('no attachments')) });
createApp(page).use(webFormsPlugin).mount('#app');

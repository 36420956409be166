// A reader of QR codes that reads what the story holds before the camera, and every camera that was opened.
globalThis.held = [];
globalThis.cameras = [];
globalThis.BarcodeDetector = class {
  static async getSupportedFormats() {
    return ['qr_code'];
  }
  async detect(video) {
    if (video.readyState < 2) throw new DOMException('no picture yet', 'InvalidStateError');
    return held.map((rawValue) => ({ rawValue }));
  }
};
const devices = navigator.mediaDevices;
if (devices) {
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wishes) => {
    const stream = await open(wishes);
    cameras.push(...stream.getTracks());
    return stream;
  };
}

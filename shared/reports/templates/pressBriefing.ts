import { heading, paragraph, signature, subtitle, title } from './wording';
import type { TemplateBlock } from '../template';

/** 新闻发布稿: what the county says to the press, its issues counted. The order is that of the sessions of March 2022. */
export const pressBriefing: Readonly<Record<'zh' | 'en', readonly TemplateBlock[]>> = {
  zh: [
    title('{{单位}}疫情防控新闻发布稿'),
    subtitle('（第{{期号}}场，{{日期}}）'),
    heading('一、疫情基本情况'),
    paragraph(
      '截至{{截至}}，全县累计报告确诊病例{{累计确诊病例}}例、无症状感染者{{累计无症状感染者}}例。',
    ),
    heading('二、流调溯源与集中隔离'),
    paragraph(
      '组建流调队伍{{流调队伍@12}}支、{{流调人员@12}}人，一例一专班。截至{{截至@12}}，累计判定密接{{累计判定密接@12}}人、次密接{{累计判定次密接@12}}人。',
    ),
    paragraph(
      '启用集中隔离点{{启用集中隔离点@12}}个，集中隔离{{集中隔离@12}}人，其中县内{{县内集中隔离@12}}人、县外{{县外集中隔离@12}}人。',
    ),
    paragraph(
      '省、市派驻专家到县指导：医疗专家省级{{医疗专家/省@12}}名、市级{{医疗专家/市@12}}名；消杀专家省级{{消杀专家/省@12}}名、市级{{消杀专家/市@12}}名；防控专家省级{{防控专家/省@12}}名、市级{{防控专家/市@12}}名、县级{{防控专家/县@12}}名。',
    ),
    heading('三、核酸检测'),
    paragraph(
      '重点人群已开展{{重点人群核酸检测轮次}}轮、其他人群已开展{{其他人群核酸检测轮次}}轮核酸检测，累计采样{{累计核酸采样|万}}人次。',
    ),
    heading('四、区域管控与卡点查验'),
    paragraph(
      '划定中风险地区{{中风险地区@12}}个、封控区{{封控区@12}}个、管控区{{管控区@12}}个；设置交通卡点{{交通卡点@12}}个；启用大喇叭{{启用大喇叭@12}}个。累计消杀{{累计消杀面积@12|万}}平方米，发放中药{{累计发放中药@12|万}}袋。',
    ),
    paragraph(
      '{{县级干部下沉@12}}名县级干部、{{后备干部上岗@12}}名后备干部、{{党员上岗@12}}名党员坚守在防控一线。',
    ),
    heading('五、民生与企业保障'),
    paragraph(
      '{{保供商超@12}}家保供商超储备粮食{{粮食储备@12}}吨、食用油{{食用油储备@12}}吨、肉类{{肉类储备@12}}吨、鸡蛋{{鸡蛋储备@12}}吨、蔬菜{{蔬菜储备@12}}吨。累计配送生活物资{{累计配送生活物资@12}}吨，其中米面油{{配送米面油@12}}吨、肉{{配送肉@12}}吨、蛋{{配送蛋@12}}吨、蔬菜{{配送蔬菜@12}}吨；向企业配送{{向企业配送生活物资@12}}吨。',
    ),
    paragraph(
      '开放药店{{开放药店@12}}家，登记特殊药品需求{{登记特殊药品需求户@12}}户、{{需求药品种类@12}}种。向重点企业发放通行证{{向重点企业发放通行证@12}}张，协调解决物流运输问题{{协调解决物流运输问题@12}}个。',
    ),
    signature('{{单位}}\n{{日期}}'),
  ],
  en: [
    title('{{unit}}: press briefing on the epidemic'),
    subtitle('Session {{number}}, {{date}}'),
    heading('1. Cases'),
    paragraph(
      'As of {{as of}} the county has reported {{Confirmed cases}} confirmed and {{Asymptomatic cases}} asymptomatic cases.',
    ),
    heading('2. Tracing and isolation'),
    paragraph(
      '{{Tracing teams@12}} teams of {{Tracing staff@12}} people trace contacts, one team for each case. As of {{as of@12}} they have found {{Close contacts found@12}} close and {{Secondary contacts found@12}} secondary contacts.',
    ),
    paragraph(
      '{{Isolation sites in use@12}} sites are in use; {{Isolated@12}} people are isolated, {{Isolated in the county@12}} of them in the county and {{Isolated outside the county@12}} outside.',
    ),
    paragraph(
      'Experts at work: medical {{Medical experts/省@12}} of the province and {{Medical experts/市@12}} of the city; disinfection {{Disinfection experts/省@12}} and {{Disinfection experts/市@12}}; control {{Control experts/省@12}}, {{Control experts/市@12}} and {{Control experts/县@12}} of the county.',
    ),
    heading('3. Testing'),
    paragraph(
      '{{Testing rounds of key groups}} rounds of key groups and {{Testing rounds of everybody else}} of everybody else: {{Samples taken}} samples in all.',
    ),
    heading('4. Zones and checkpoints'),
    paragraph(
      '{{Medium-risk areas@12}} medium-risk areas, {{zones.lockdown@12}} lockdown and {{zones.control@12}} control zones; {{Checkpoints in force@12}} checkpoints; {{Loudspeakers in use@12}} loudspeakers. {{Area disinfected@12}} m² disinfected, {{Bags of traditional medicine@12}} bags of traditional medicine handed out.',
    ),
    paragraph(
      '{{County cadres on posts@12}} county cadres, {{Reserve cadres on posts@12}} reserve cadres and {{Party members on posts@12}} party members are on their posts.',
    ),
    heading('5. Needs and enterprises'),
    paragraph(
      '{{Supermarkets in the reserve@12}} supermarkets hold {{Grain in reserve@12}} t of grain, {{Cooking oil in reserve@12}} t of oil, {{Meat in reserve@12}} t of meat, {{Eggs in reserve@12}} t of eggs and {{Vegetables in reserve@12}} t of vegetables. {{Necessities delivered@12}} t have been delivered to the door: rice, flour and oil {{Rice, flour and oil delivered@12}} t, meat {{Meat delivered@12}} t, eggs {{Eggs delivered@12}} t, vegetables {{Vegetables delivered@12}} t; {{Delivered to enterprises@12}} t to enterprises.',
    ),
    paragraph(
      '{{Pharmacies open@12}} pharmacies are open; {{Households in need of medicine@12}} households need {{Kinds of medicine needed@12}} kinds of medicine. {{Permits issued to key enterprises@12}} permits were issued to key enterprises and {{Freight problems solved@12}} freight problems solved.',
    ),
    signature('{{unit}}\n{{date}}'),
  ],
};

; Virtual-8086 mode with IOPL 0 and 3, without and with VME; protected-mode virtual interrupts.
%include "system.inc"

V86             equ 4000h               ; segment of the tried code; its stack and data are there too
AREA            equ V86 << 4
VME             equ 1
PVI             equ 2
VIF             equ 80000h
VIP             equ 100000h
REDIRECTION     equ TASK + 104          ; 32 bytes before the I/O map

body:
        mov word [TASK + 102], 104 + 32
        mov eax, 1
        cpuid
        mov [features], edx
        mov dword [21h * 4], V86 << 16 | 200h   ; the v8086 handler: IRET at V86:200h
        call iopl0
        call iopl3
        test dword [features], 2
        jz .none
        call with_vme
        call pvi
.none:  ret

; v86 flags, "name", {code bytes}: run them at V86:0 with DS = ES = SS = V86, SP = 1000h. They end with
; HLT, which faults: then shown are the fault's IP, the flags' interesting bits and SP, and the stack's top.
%macro v86 3
        try %2
        mov esi, %%code
        mov ecx, %%end - %%code
        mov ebx, %1
        jmp enter_v86
%%code: db %3
        db 0F4h
%%end:
        okay
%endmacro
enter_v86:
        mov edi, AREA
        rep movsb
        mov byte [AREA + 200h], 0CFh    ; IRET
        mov dword [hook], left_v86
        or ebx, 20002h
        xor eax, eax
        push eax
        push eax
        push dword V86
        push dword V86
        push dword V86
        push dword 1000h
        push ebx
        push dword V86
        push eax
        iretd
left_v86:
        mov esi, [fault.vector]
        cmp esi, 20
        jae .number
        shl esi, 2
        add esi, mnemonics
        say " "
        call print32
.number:
        value [fault.vector], 2
        value [fault.error], 4
        say " IP"
        value [fault.eip], 4
        say " flags"
        mov eax, [fault.eflags]
        and eax, 1A7300h
        value eax
        mov eax, [fault.sp]
        mov ebx, [eax]                  ; SP
        say " SP"
        value ebx, 4
        movzx ecx, word [AREA + 0FFEh]
        say " pushed"
        value ecx, 4
        mov eax, DATA32
        mov ss, eax
        mov word [AREA + 0FFEh], 0
        jmp resume_after

; The same for every IOPL and CR4.
%macro instructions 2                   ; flags, name
        v86 %1, {%2, "CLI"}, 0FAh
        v86 %1 | 200h, {%2, "CLI with IF"}, 0FAh
        v86 %1, {%2, "STI"}, 0FBh
        v86 %1, {%2, "PUSHF"}, 9Ch
        v86 %1 | 200h, {%2, "PUSHF with IF"}, 9Ch
        v86 %1, {%2, "POPF of 3200h"}, {68h, 00h, 32h, 9Dh}
        v86 %1 | 200h, {%2, "POPF of 0"}, {6Ah, 00h, 9Dh}
        v86 %1, {%2, "POPF of 100h"}, {68h, 00h, 01h, 9Dh}
        v86 %1, {%2, "POPF of 4000h"}, {68h, 00h, 40h, 9Dh}
        v86 %1, {%2, "PUSHFD"}, {66h, 9Ch}
        v86 %1, {%2, "POPFD"}, {66h, 6Ah, 00h, 66h, 9Dh}
        v86 %1, {%2, "IRET of 3200h"}, {68h, 00h, 32h, 68h, 00h, 40h, 6Ah, 09h, 0CFh}
        v86 %1 | 200h, {%2, "IRET of 0"}, {6Ah, 00h, 68h, 00h, 40h, 6Ah, 08h, 0CFh}
        v86 %1, {%2, "IRETD"}, {66h, 6Ah, 02h, 66h, 68h, 00h, 40h, 00h, 00h, 66h, 6Ah, 0Eh, 66h, 0CFh}
        v86 %1 | 200h, {%2, "INT 21h"}, {0CDh, 21h}
        v86 %1, {%2, "INT 20h"}, {0CDh, 20h}
        v86 %1, {%2, "INT3"}, 0CCh
        v86 %1, {%2, "IN"}, {0E4h, 80h}
        v86 %1, {%2, "LOCK NOP"}, {0F0h, 90h}
%endmacro
%macro cr4_is 1
        mov eax, cr4
        and eax, ~3
        or eax, %1
        mov cr4, eax
%endmacro

iopl0:
        instructions 0, "IOPL 0, "
        v86 0, "SMSW", {0Fh, 01h, 0E0h}
        v86 0, "LMSW", {0Fh, 01h, 0F0h}
        v86 0, "STR", {0Fh, 00h, 0C8h}
        v86 0, "ARPL", {63h, 0C0h}
        v86 0, "MOV EAX, CR0", {0Fh, 20h, 0C0h}
        v86 0, "CLTS", {0Fh, 06h}
        v86 0, "offset past 64 KiB", {66h, 0BBh, 0FFh, 0FFh, 00h, 00h, 67h, 8Bh, 03h}
        mov byte [TASK + 104 + 32 + 10h], 1
        v86 0, "IN of a port that the map refuses", {0E4h, 80h}
        mov byte [TASK + 104 + 32 + 10h], 0
        mov byte [IDT + 21h * 8 + 5], 0EEh
        v86 0, "INT with DPL 3 at IOPL 0", {0CDh, 21h}
        ret
iopl3:
        instructions 3000h, "IOPL 3, "
        mov byte [IDT + 21h * 8 + 5], 8Eh
        v86 3000h, "IOPL 3, INT with DPL 0", {0CDh, 21h}
        mov byte [IDT + 21h * 8 + 5], 0EEh
        mov word [IDT + 21h * 8 + 2], FREE
        descriptor FREE, 0, 0FFFFFh, 9Eh, 0C0h
        v86 3000h, "INT to conforming code", {0CDh, 21h}
        descriptor FREE, 0, 0FFFFFh, 0FAh, 0C0h
        v86 3000h, "INT to code of ring 3", {0CDh, 21h}
        mov word [IDT + 21h * 8 + 2], CODE32
        ret
with_vme:
        cr4_is VME
        mov edi, REDIRECTION            ; all to protected mode but 21h
        mov ecx, 8
        mov eax, -1
        rep stosd
        mov byte [REDIRECTION + 4], 0FDh
        instructions 0, "VME, IOPL 0, "
        instructions 3000h, "VME, IOPL 3, "
        v86 VIF, "VME, VIF: CLI", 0FAh
        v86 VIF, "VME, VIF: PUSHF", 9Ch
        v86 VIF, "VME, VIF: INT 21h and its IRET", {0CDh, 21h, 90h}
        v86 VIP, "VME, VIP: STI", 0FBh
        v86 VIP, "VME, VIP: CLI", 0FAh
        v86 VIP, "VME, VIP: POPF of 200h", {68h, 00h, 02h, 9Dh}
        v86 VIP, "VME, VIP: POPF of 0", {6Ah, 00h, 9Dh}
        v86 VIP, "VME, VIP: IRET of 200h", {68h, 00h, 02h, 68h, 00h, 40h, 6Ah, 09h, 0CFh}
        ret

; Protected-mode virtual interrupts: CPL 3, IOPL 0.
%macro virtual 3+                       ; flags, name, instruction
        try %2
        mov dword [hook], left_pvi
        push dword USER_DATA
        push dword MAIN_STACK - 100h
        push dword (%1) | 2
        push dword USER_CODE
        push dword %%there
        iretd
%%there:
        %3
        int 30h
        okay
%endmacro
left_pvi:
        value [fault.vector], 2
        mov eax, [fault.eflags]
        and eax, 1A7300h
        value eax
        jmp resume_after
pvi:
        cr4_is PVI
        virtual 0, "PVI: STI", sti
        virtual VIF, "PVI: CLI", cli
        virtual VIP, "PVI: STI with VIP", sti
        virtual VIP, "PVI: CLI with VIP", cli
        virtual 3000h, "PVI, IOPL 3: STI", sti
        virtual 200h, "PVI: PUSHF shows IF", pushfd
        cr4_is VME
        virtual 0, "VME without PVI: STI", sti
        cr4_is 0
        virtual 0, "neither: STI", sti
        ret

        align 4
features:
        dd 0

        system_end

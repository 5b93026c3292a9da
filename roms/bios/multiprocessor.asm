; The local APIC and the I/O APIC: virtual wire mode, and the MP configuration table.
;
; Intel MultiProcessor Specification, version 1.4 (242016), chapters 3.6.2.2 and 4. The board has one
; processor; systems learn from the table that there is an I/O APIC and how it is wired. Boards without
; APICs have no table. It lies in the first KiB of the EBDA, one of the places where it is looked for.

LOCAL_APIC      equ     0FEE00000h
IO_APIC         equ     0FEC00000h
IO_APIC_ID      equ     2               ; the processor is 0

APIC_VERSION    equ     030h
APIC_SPURIOUS   equ     0F0h
APIC_LINT0      equ     350h
APIC_LINT1      equ     360h

MP_FLOATING     equ     EBDA_MP         ; 16 bytes
MP_HEADER       equ     EBDA_MP + 10h   ; 44 bytes, the entries behind it
MP_ENTRIES      equ     MP_HEADER + 44

; Set up the APICs and write the table. DS = BDA, ES = EBDA. Keeps BX, BP, DS, ES.
post_multiprocessor:
        cmp     byte [es:EBDA_CPU], CPU_80486
        jb      .done
        cpu     486
        pushfd                          ; CPUID is there if EFLAGS.ID can be toggled
        pop     eax
        mov     ecx, eax
        xor     eax, 1 << 21
        push    eax
        popfd
        pushfd
        pop     eax
        push    ecx
        popfd
        xor     eax, ecx
        test    eax, 1 << 21
        jz      .done
        cpu     586
        push    bx
        xor     eax, eax
        cpuid
        test    eax, eax
        jz      .finish
        mov     eax, 1
        cpuid
        test    edx, 1 << 9
        jz      .finish
        push    bp
        push    ds
        push    eax                     ; the processor's signature and features
        push    edx
        call    .set_up_controllers     ; EDX = versions
        mov     ax, cs
        mov     ds, ax

        ; The table, from its image in this ROM.
        mov     si, .image
        mov     di, MP_HEADER
        mov     cx, (.image_end - .image) / 2
        cld
        rep     movsw
        mov     byte [es:EBDA_APIC], 1
        pop     dword [es:MP_ENTRIES + 8]
        pop     dword [es:MP_ENTRIES + 4]
        mov     [es:MP_ENTRIES + 2], dl
        mov     [es:MP_ENTRIES + 20 + 8 + 2], dh

        ; One entry for each interrupt of the ISA bus; IRQ 2 is the cascade.
        mov     di, MP_HEADER + (.image_end - .image)
        xor     bx, bx                  ; BL = IRQ
.interrupt:
        mov     ax, 0003h               ; I/O interrupt, vectored
        stosw
        xor     ax, ax                  ; polarity and trigger mode as the bus has them
        stosw
        mov     ah, bl
        stosw                           ; bus 0, IRQ
        mov     al, IO_APIC_ID
        mov     ah, bl
        test    bl, bl
        jnz     .wired
        mov     ah, 2                   ; IRQ 0 comes in at INTIN2
.wired:
        stosw
        inc     bx
        cmp     bl, 2
        jne     .counted
        inc     bx
.counted:
        cmp     bl, 16
        jb      .interrupt
        mov     si, .local_interrupts
        mov     cx, 8
        rep     movsw

        ; The floating pointer structure.
        mov     dword [es:MP_FLOATING], '_MP_'
        mov     ax, es
        movzx   eax, ax
        shl     eax, 4
        add     eax, MP_HEADER
        mov     [es:MP_FLOATING + 4], eax
        mov     word [es:MP_FLOATING + 8], 0401h        ; 16 bytes, version 1.4
        ; The rest is zero: there is a table, and virtual wire mode.
        mov     si, MP_FLOATING
        mov     cx, 16
        call    .sum
        mov     [es:MP_FLOATING + 10], al
        mov     si, MP_HEADER
        mov     cx, di
        sub     cx, si
        mov     [es:si + 4], cx
        call    .sum
        mov     [es:MP_HEADER + 7], al
        pop     ds
        pop     bp
.finish:
        pop     bx
.done:
        cpu     8086
        ret

; AL = what makes CX bytes at ES:SI add up to zero.
.sum:
        mov     al, 0
.add:
        sub     al, [es:si]
        inc     si
        loop    .add
        ret

        cpu     386
; Through flat protected mode: the local APIC in virtual wire mode (LINT0 takes the 8259A's interrupts,
; LINT1 NMI), the I/O APIC's identity. Out: DL, DH = versions of local and I/O APIC. Interrupts are off.
.set_up_controllers:
        o32 lgdt [cs:.table_register]
        mov     eax, cr0
        or      al, 1
        mov     cr0, eax
        mov     ax, 8
        mov     ds, ax
        mov     eax, cr0
        and     al, 0FEh
        mov     cr0, eax
        ; Real mode again, with DS flat.
        mov     ebx, LOCAL_APIC
        mov     dword [ebx + APIC_SPURIOUS], 10Fh
        mov     dword [ebx + APIC_LINT0], 700h
        mov     dword [ebx + APIC_LINT1], 400h
        mov     dl, [ebx + APIC_VERSION]
        mov     ebx, IO_APIC
        mov     dword [ebx], 0
        mov     dword [ebx + 10h], IO_APIC_ID << 24
        mov     dword [ebx], 1
        mov     dh, [ebx + 10h]
        mov     eax, cr0                ; a limit of 64 KiB back into DS
        or      al, 1
        mov     cr0, eax
        mov     ax, 10h
        mov     ds, ax
        mov     eax, cr0
        and     al, 0FEh
        mov     cr0, eax
        ret
        cpu     8086

        align   8
.descriptors:
        dq      0
        dq      00CF93000000FFFFh       ; flat data
        dq      000093000000FFFFh       ; real-mode data
.table_register:
        dw      .table_register - .descriptors - 1
        dd      0F0000h + .descriptors

        align   2
.image:
        db      "PCMP"
        dw      0                       ; length
        db      4                       ; version 1.4
        db      0                       ; checksum
        db      "RINGONE PC          "  ; OEM and product
        dd      0                       ; no OEM table
        dw      0
        dw      1 + (.image_end - .entries - 20) / 8 + 15 + 2
        dd      LOCAL_APIC
        dd      0                       ; no extended table
.entries:
        db      0, 0, 0, 03h            ; processor: APIC 0, version, enabled, boot processor
        dd      0, 0, 0, 0              ; signature, features
        db      1, 0, "ISA   "          ; bus 0
        db      2, IO_APIC_ID, 0, 01h   ; I/O APIC: version, enabled
        dd      IO_APIC
        db      3, 3, 0, 0, 0, 0, IO_APIC_ID, 0 ; INTIN0: the 8259A
.image_end:
.local_interrupts:
        db      4, 3, 0, 0, 0, 0, 0FFh, 0       ; LINTIN0 of every processor: the 8259A
        db      4, 1, 0, 0, 0, 0, 0FFh, 1       ; LINTIN1: NMI
